#include "claims/circumstances.h"

#include <algorithm>
#include <iterator>

#include "matching/list_hits.h"
#include "units/word_classes.h"

namespace stet {
namespace {

// Set on planted and wfc articles and on documentation (2026-11-29).
constexpr float least_weight = 2.5F;  ///< of a word that tells circumstances apart: "night" has 3.0

bool qualifies(const CheckInput& input, std::uint32_t word) { return is(form_of(input, word), WordClass::qualifier); }

bool opens(const CheckInput& input, std::uint32_t word) {
  return qualifies(input, word) || is(form_of(input, word), WordClass::opening_preposition);
}

class Reader {
 public:
  Reader(const CheckInput& input, const CircumstanceLists& lists, std::uint32_t sentence, IndexRange words)
      : input_(input), lists_(lists), sentence_(sentence), whole_(input.units.sentences[sentence].words), words_(words) {}

  Circumstances read() {
    add_following();
    add_opening();
    add_audience(lists_.audience);
    keep_each_once(found_.all);
    keep_each_once(found_.restricting);
    return std::move(found_);
  }

 private:
  const CheckInput& input_;
  const CircumstanceLists& lists_;
  std::uint32_t sentence_;
  IndexRange whole_;
  IndexRange words_;
  Circumstances found_;

  static void keep_each_once(std::vector<WordKey>& keys) {
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  }

  /// Does the word belong to an entry of a list?
  bool is_in(ListId list, std::uint32_t word) const {
    constexpr std::uint32_t longest = 4;
    if (list == no_index) return false;
    const auto hits = list_hits_in(input_.matches, {word - std::min(word, longest), word + 1});
    return std::any_of(hits.begin(), hits.end(), [&](const ListHit& hit) { return hit.list == list && hit.words.contains(word); });
  }

  /// "In", "on", "at", "with": a place or a manner, unless a word behind says more. "When", "without", "after", "for": a condition.
  bool only_places(std::uint32_t opener) const {
    return is(form_of(input_, opener), WordClass::preposition) && form_of(input_, opener).text != "for";
  }

  void add(IndexRange range) {
    // What is told first frames all that follows: "In the tower rooms, supper is included".
    const bool places = range.begin < range.end && range.begin >= words_.begin && only_places(range.begin);
    const std::uint32_t noun = range.begin + 1;
    const bool definite = noun < range.end && is(form_of(input_, noun), WordClass::definite_article);
    for (std::uint32_t word = range.begin; word < range.end; ++word) {
      const Form& form = form_of(input_, word);
      if (form.weight < least_weight || is_in(lists_.discourse, word)) continue;
      const bool tells = is_in(lists_.circumstance, word) || is_in(lists_.audience, word) || (form.flags & form_number) != 0;
      if (!tells && definite && word == noun + 1 && only_places(range.begin) && is_in(lists_.generic, word)) continue;
      found_.all.push_back(key_of(input_, form.stem));
      if (!places || tells) found_.restricting.push_back(found_.all.back());
    }
  }

  /// "Is sold separately for $25": what it costs is no condition.
  bool names_price(std::uint32_t opener, std::uint32_t end) const {
    if (form_of(input_, opener).text != "for" || opener + 1 >= end) return false;
    const Span gap{input_.units.words[opener].plain.end, input_.units.words[opener + 1].plain.end};
    return input_.article.text(gap).find_first_of("$\xC2\xA3\xE2\x82\xAC") != std::string_view::npos;
  }

  void add_following() {
    const IndexRange clause = clause_of(input_, sentence_, words_.end - 1);
    const bool joined = words_.end < whole_.end && words_.end >= clause.end &&
                        is(form_of(input_, words_.end), WordClass::condition_joiner) && gap_before(input_, words_.end) == " ";
    if (joined) {  // "… is deleted while it rains"
      add(clause_of(input_, sentence_, words_.end));
      return;
    }
    if (words_.end < clause.end && form_of(input_, words_.end).text.ends_with("ly")) add({words_.end, words_.end + 1});
    const bool follows = words_.end < clause.end && qualifies(input_, words_.end) && !names_price(words_.end, clause.end);
    if (follows || qualifies(input_, words_.end - 1)) return add({follows ? words_.end : words_.end - 1, std::max(words_.end, clause.end)});
    add_behind_object(clause.end);
  }

  /// "may use | the sauna on Fridays".
  void add_behind_object(std::uint32_t end) {
    constexpr std::uint32_t longest_object = 4;
    for (std::uint32_t word = words_.end; word < std::min(end, words_.end + longest_object); ++word) {
      if (is(form_of(input_, word), WordClass::phrase_joint) || (form_of(input_, word).flags & form_be) != 0) return;
      if (is(form_of(input_, word), WordClass::time_preposition)) return add({word, end});
    }
  }

  /// Up to a comma; without one, up to where the subject begins.
  void add_opening() {
    if (!opens(input_, whole_.begin) || whole_.begin >= words_.begin) return;
    IndexRange opening = clause_of(input_, sentence_, whole_.begin);
    if (opening.end > words_.begin) {
      opening.end = end_of_opening(input_, whole_.begin, words_.begin);
      if (opening.end >= words_.begin && words_.begin - whole_.begin > 3) return;
    }
    add(opening);
  }

  /// "Tickets are £6 | or £4 for students": where a coordinator begins the next clause.
  std::uint32_t end_of_said() const {
    for (std::uint32_t word = words_.end; word < whole_.end; ++word) {
      const Form& form = form_of(input_, word);
      if ((is(form, WordClass::coordinator) || is(form, WordClass::contrast)) && starts_clause(input_, word)) return word;
    }
    return whole_.end;
  }

  void add_audience(ListId audience) {
    if (audience == no_index) return;
    const std::uint32_t end = end_of_said();
    for (const ListHit& hit : list_hits_in(input_.matches, whole_)) {
      if (hit.list != audience || hit.words.overlaps(words_) || hit.words.begin >= end) continue;
      found_.all.push_back(key_of(input_, form_of(input_, hit.words.end - 1).stem));
      found_.restricting.push_back(found_.all.back());
    }
  }
};

}  // namespace

CircumstanceLists compile_circumstances(CompileContext& context) {
  return context.derived.get<CircumstanceLists>([&] {
    return CircumstanceLists{.audience = context.automaton.add_list("audience"),
                             .circumstance = context.automaton.add_list("circumstance"),
                             .discourse = context.automaton.add_list("discourse-opening"),
                             .generic = context.automaton.add_list("generic-thing")};
  });
}

std::uint32_t end_of_opening(const CheckInput& input, std::uint32_t begin, std::uint32_t until) {
  bool content = false;
  for (std::uint32_t word = begin + 1; word < until; ++word) {
    const Form& form = form_of(input, word);
    if (content && ((form.flags & form_pronoun) != 0 || is(form, WordClass::subject_opener))) return word;
    content = content || is_content(form);
  }
  return until;
}

Circumstances circumstances_of(const CheckInput& input, const CircumstanceLists& lists, std::uint32_t sentence, IndexRange words) {
  return Reader(input, lists, sentence, words).read();
}

bool same_circumstances(const std::vector<WordKey>& a, const std::vector<WordKey>& b) {
  if (a.empty() && b.empty()) return true;
  std::vector<WordKey> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return !both.empty() && 4 * both.size() >= 3 * std::max(a.size(), b.size());
}

}  // namespace stet
