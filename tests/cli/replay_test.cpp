// A repository with a history of pull requests, replayed: what is shown of each must be its doing, and all of its doing must be shown.
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "cli/repository.h"

namespace stet::replay_test {
namespace {

namespace fs = std::filesystem;

/// Places and plants that share no words, so that what one article says is news to another.
const std::vector<std::pair<std::string, std::string>> subjects = {
    {"Brenholm", "velmora"}, {"Tarsin", "ostrel"},     {"Orrin", "wimberry"}, {"Tolver", "quillet"},
    {"Marrow", "dunwort"},   {"Harlen", "sallowmint"}, {"Estby", "corvane"},  {"Lisk", "penderil"},
    {"Novast", "brackle"},   {"Undersea", "moonfern"}, {"Quay", "tansellin"}, {"Wick", "yarrel"}};

std::string file_of(const std::string& place) { return "content/" + place + ".md"; }

/// An article without faults but for the old ones at its end, when it has them.
std::string article(const std::string& place, const std::string& plant, bool old_faults) {
  std::string text =
      "# The harbour of " + place + "\n\n" + place +
      " lies on the northern coast, a day from the capital by boat.\n"
      "The old quay was built by Danish merchants, and draws thousands of visitors\nevery summer.\n\n"
      "## Market\n\nOn market mornings the fishermen sell herring beside the granite fountain.\n"
      "Research suggests that " +
      plant +
      " tea keeps people at the table [(Singh 2014)](https://doi.org/10.1000/x).\n\n"
      "## Use\n\nThe herb " +
      plant +
      " relieves chronic pain. It grows on the cliffs.\n\n"
      "Side effects include drowsiness; ask your doctor first.\n\n"
      "## Five rules of the market\n\n1. Come before sunrise.\n2. Bring small coins.\n3. Taste nothing unasked.\n4. Leave dogs outside.\n"
      "5. Mind the wet steps.\n";
  if (old_faults) {
    text += "\n## Notes\n\nStudies have shown that " + plant +
            " soup calms the mind. The recipe is lost.\n\n"
            "The old quay was built by Danish merchants, and draws thousands of visitors every summer.\n";
  }
  return text;
}

/// What is shown: in which article, by which rule, and words of the place at which it is shown.
struct Shown {
  std::string place;
  std::string rule;
  std::string words;
};

/// The work tree, as a pull request edits it.
class Site {
 public:
  explicit Site(fs::path root) : root_(std::move(root)) {}

  std::string text(const std::string& place) const {
    std::ostringstream text;
    text << std::ifstream(root_ / file_of(place), std::ios::binary).rdbuf();
    return text.str();
  }
  void write(const std::string& place, const std::string& text) const { std::ofstream(root_ / file_of(place), std::ios::binary) << text; }
  void replace(const std::string& place, const std::string& what, const std::string& by) const {
    std::string now = text(place);
    const std::size_t at = now.find(what);
    ASSERT_NE(at, std::string::npos) << place << " does not say " << what;
    write(place, now.replace(at, what.size(), by));
  }
  void replace_all(const std::string& place, const std::string& what, const std::string& by) const {
    std::string now = text(place);
    for (std::size_t at = now.find(what); at != std::string::npos; at = now.find(what, at + by.size())) now.replace(at, what.size(), by);
    write(place, now);
  }
  void append(const std::string& place, const std::string& more) const { write(place, text(place) + more); }
  void rename(const std::string& from, const std::string& to) const { fs::rename(root_ / file_of(from), root_ / file_of(to)); }
  void remove(const std::string& place) const { fs::remove(root_ / file_of(place)); }

 private:
  fs::path root_;
};

struct PullRequest {
  std::string name;
  std::function<void(const Site&)> edit;
  std::vector<Shown> shown;
};

const std::string caveat = "Side effects include drowsiness; ask your doctor first.\n\n";
const std::string citation = " [(Singh 2014)](https://doi.org/10.1000/x)";
const std::string market = "## Market\n\nOn market mornings";

/// Every third article has old faults: Brenholm, Tolver, Estby and Undersea.
const std::vector<PullRequest> pull_requests = {
    {"edits a sentence beside old faults",
     [](const Site& s) { s.replace("Brenholm", "The recipe is lost.", "The recipe was lost in a fire."); },
     {}},
    {"renames an article", [](const Site& s) { s.rename("Tolver", "Tolver-harbour"); }, {}},
    {"renames an article and edits it",
     [](const Site& s) {
       s.rename("Tolver-harbour", "Tolver");
       s.replace("Tolver", "a day from the capital", "two days from the capital");
     },
     {}},
    {"rewraps an article",
     [](const Site& s) {
       s.replace_all("Estby", ".\nThe old", ". The old");
       s.replace("Estby", "visitors\nevery", "visitors every");
       s.replace("Estby", "calms the mind. The recipe", "calms\nthe mind. The\nrecipe");
     },
     {}},
    {"takes a caveat out",
     [](const Site& s) { s.replace("Tarsin", caveat, ""); },
     {{"Tarsin", "medical/claim-without-caveat", "relieves chronic pain"}}},
    {"takes a citation out",
     [](const Site& s) { s.replace("Orrin", citation, ""); },
     {{"Orrin", "citation/unsourced-research", "Research suggests"}}},
    {"moves a section",
     [](const Site& s) {
       const std::string use = "## Use\n\nThe herb velmora relieves chronic pain. It grows on the cliffs.\n\n" + caveat;
       s.replace("Brenholm", use, "");
       s.replace("Brenholm", market, use + market);
     },
     {}},
    {"adds a claim",
     [](const Site& s) { s.append("Marrow", "\nStudies have shown that dunwort jam soothes nerves.\n"); },
     {{"Marrow", "citation/unsourced-research", "Studies have shown"}}},
    {"says a sentence again, further down",
     [](const Site& s) { s.append("Harlen", "\n## End\n\nOn market mornings the fishermen sell herring beside the granite fountain.\n"); },
     {{"Harlen", "repetition/sentence", "On market mornings"}}},
    {"says a sentence again, further up",
     [](const Site& s) {
       s.replace("Lisk", "Lisk lies on", "On market mornings the fishermen sell herring beside the granite fountain. Lisk lies on");
     },
     {{"Lisk", "repetition/sentence", "On market mornings"}}},
    {"takes an item out of a list",
     [](const Site& s) { s.replace("Novast", "5. Mind the wet steps.\n", ""); },
     {{"Novast", "consistency/promised-count", "Five rules"}}},
    {"adds an article",
     [](const Site& s) { s.write("Zell", "# Zell\n\nResearch suggests that zell bread keeps for years.\n"); },
     {{"Zell", "citation/unsourced-research", "Research suggests"}}},
    {"deletes an article", [](const Site& s) { s.remove("Wick"); }, {}},
    {"edits two articles, one well",
     [](const Site& s) {
       s.replace("Quay", "5. Mind", "5. Beware of");
       s.replace("Zell", "Research suggests that zell bread keeps for years.", "Zell bread keeps for years.");
       s.append("Quay", "\nResearch suggests that tansellin oil helps joints.\n");
     },
     {{"Quay", "citation/unsourced-research", "Research suggests"}}},
    {"changes all line ends", [](const Site& s) { s.replace_all("Undersea", "\n", "\r\n"); }, {}},
    {"mends an old fault",
     [](const Site& s) { s.replace("Estby", "Studies have shown that corvane soup calms\nthe mind.", "Corvane soup is hot."); },
     {}},
    {"mends an old fault and adds one of its kind",
     [](const Site& s) {
       s.replace("Tolver", "Studies have shown that quillet soup calms the mind. ", "");
       s.replace("Tolver", "It grows on the cliffs.", "It grows on the cliffs. Research suggests that goats avoid it.");
     },
     {{"Tolver", "citation/unsourced-research", "Research suggests"}}},
    {"lets a new claim stand without a reason",
     [](const Site& s) { s.append("Zell", "\n<!-- stet citation/unsourced-research -->\nResearch suggests that zell bread floats.\n"); },
     {{"Zell", "stet/suppression-without-reason", "<!-- stet"}}},
    {"changes words in the line of an old fault",
     [](const Site& s) { s.replace("Brenholm", "The recipe was lost in a fire.", "Nobody has its recipe."); },
     {}},
    {"marks an old fault up",
     [](const Site& s) { s.replace("Brenholm", "Studies have shown that velmora soup", "Studies have shown that *velmora* soup"); },
     {}},
    {"renames the heading above an old fault", [](const Site& s) { s.replace("Brenholm", "## Notes", "## Further notes"); }, {}},
    {"contradicts what stood there, further down",
     [](const Site& s) { s.replace("Harlen", "It grows on the cliffs.", "Sallowmint calms the mind without being addictive."); },
     {}},
    {"contradicts what stood there",
     [](const Site& s) { s.append("Harlen", "\nDrunk every day, sallowmint can lead to a real dependence.\n"); },
     {{"Harlen", "contradiction/addictive", "real dependence"}}},
    {"rewords the earlier end of a contradiction",
     [](const Site& s) {
       s.replace("Harlen", "calms the mind without being addictive", "calms most people without being addictive at all");
     },
     {{"Harlen", "contradiction/addictive", "without being addictive"}}},
    {"takes the first of two caveats out",
     [](const Site& s) {
       s.replace("Quay", caveat, caveat + "It can also upset the stomach, and must not be given to children.\n\n");
       s.replace("Quay", caveat, "");
     },
     {}},
    {"adds an empty line and blanks at the ends of lines", [](const Site& s) { s.replace_all("Brenholm", ".\n", ". \n"); }, {}},
};

class Replay : public Repository {
 protected:
  /// Findings of the work tree against a commit, and the lines of the run.
  static std::vector<Shown> shown_in(const std::string& folder, const std::string& since, std::string& said) {
    const Outcome outcome = stet_run({"--changed-since", since, "--format", "jsonl", folder});
    said = outcome.out + outcome.err;
    std::vector<Shown> shown;
    std::istringstream lines(outcome.out);
    for (std::string line; std::getline(lines, line);) {
      const nlohmann::json json = nlohmann::json::parse(line);
      if (!json.contains("rule")) continue;
      shown.push_back({fs::path(json["path"].get<std::string>()).stem().string(), json["rule"], json["text"]});
    }
    return shown;
  }
  static void expect(const PullRequest& request, const std::vector<Shown>& shown, const std::string& said) {
    ASSERT_EQ(shown.size(), request.shown.size()) << "“" << request.name << "”\n" << said;
    for (std::size_t i = 0; i < shown.size(); ++i) {
      EXPECT_EQ(shown[i].place, request.shown[i].place) << request.name << "\n" << said;
      EXPECT_EQ(shown[i].rule, request.shown[i].rule) << request.name << "\n" << said;
      EXPECT_NE(shown[i].words.find(request.shown[i].words), std::string::npos) << request.name << "\n" << said;
    }
  }
  void start() const {
    for (std::size_t i = 0; i < subjects.size(); ++i)
      write(file_of(subjects[i].first), article(subjects[i].first, subjects[i].second, i % 3 == 0));
    commit("start");
  }
};

TEST_F(Replay, ShowsOfEachPullRequestWhatIsItsDoing) {
  start();
  const Site site(folder);
  for (std::size_t i = 0; i < pull_requests.size(); ++i) {
    git("checkout -q -b request-" + std::to_string(i));
    pull_requests[i].edit(site);
    commit("request-" + std::to_string(i) + "-head");
    std::string said;
    expect(pull_requests[i], shown_in(path("content"), "main", said), said);
    // As GitHub merges it; what it brought is old from then on.
    git("checkout -q main");
    git("merge -q --no-ff -m merge request-" + std::to_string(i));
  }
}
TEST_F(Replay, ShowsNothingOfWhatTheBaseDidMeanwhile) {
  start();
  const Site site(folder);
  git("checkout -q -b topic");
  site.append("Marrow", "\nStudies have shown that dunwort jam soothes nerves.\n");
  commit("topic-1");
  git("checkout -q main");
  site.append("Marrow", "\nThe lamp burns at night.\n");
  site.replace("Harlen", citation, "");
  commit("main-1");
  const PullRequest request{"behind its base", {}, {{"Marrow", "citation/unsourced-research", "Studies have shown"}}};
  git("checkout -q topic");
  std::string said;
  expect(request, shown_in(path("content"), "main", said), said);
  git("-c merge.conflictStyle=merge merge -q -X ours -m merge main");
  expect(request, shown_in(path("content"), "main", said), said);
}
TEST_F(Replay, ShowsTheSameInAShallowCloneOfTheMerge) {
  start();
  const Site site(folder);
  git("checkout -q -b topic");
  site.replace("Tarsin", caveat, "");
  commit("topic-1");
  git("checkout -q --detach main");
  git("merge -q --no-ff -m merge topic");
  git("tag merged");
  git("clone -q --depth 2 --branch merged 'file://" + folder.string() + "' '" + path("runner") + "'");
  std::string said;
  const PullRequest request{"of a fork", {}, {{"Tarsin", "medical/claim-without-caveat", "relieves chronic pain"}}};
  expect(request, shown_in(path("runner/content"), "HEAD^1", said), said);
  EXPECT_NE(said.find("was taken out or changed"), std::string::npos) << "the deletion is named as the cause\n" << said;
}

}  // namespace
}  // namespace stet::replay_test
