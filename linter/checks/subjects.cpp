#include "checks/subjects.h"

#include <algorithm>

#include "checks/message.h"
#include "matching/clauses.h"
#include "text/unicode.h"

namespace stet {
namespace {

constexpr std::uint32_t reach_back = 24;     // words between a subject and its verb
constexpr std::uint32_t reach_forward = 8;   // "relieve nausea with a cup of ginger tea"
constexpr std::uint32_t general_reach = 14;  // words between "it" or "this oil" and its verb
constexpr std::uint32_t sentences_back = 3;

/// First match of `matches` in a sentence.
auto first_match(const std::vector<Match>& matches, std::uint32_t sentence) {
  return std::lower_bound(matches.begin(), matches.end(), sentence, [](const Match& m, std::uint32_t s) { return m.sentence < s; });
}

/// How much of a name the title holds: 2 all of it, 1 one of its longer words, 0 nothing.
int in_title(std::string_view title, std::string_view name) {
  constexpr std::size_t telling = 6;  // bytes of a word that tells something by itself
  if (title.find(name) != std::string_view::npos) return 2;
  while (!name.empty()) {
    const std::string_view word = name.substr(0, name.find(' '));
    if (word.size() >= telling && title.find(word) != std::string_view::npos) return 1;
    name.remove_prefix(std::min(word.size() + 1, name.size()));
  }
  return 0;
}

}  // namespace

Subjects::Subjects(const CheckInput& input, PatternId about, PatternId general) : input_(input), general_(general) {
  std::map<std::vector<LemmaId>, std::uint32_t> known;
  const std::vector<Match>& generals = input.matches.of(general);
  auto next_general = generals.begin();
  for (const Match& match : input.matches.of(about)) {
    std::vector<LemmaId> lemmas;
    for (std::uint32_t w = match.words.begin; w < match.words.end; ++w)
      lemmas.push_back(input.vocabulary.form(input.units.words[w].form).lemma);
    const auto [entry, is_new] = known.emplace(lemmas, static_cast<std::uint32_t>(lemmas_.size()));
    if (is_new) {
      lemmas_.push_back(std::move(lemmas));
      first_.push_back(match.words);
    }
    while (next_general != generals.end() && next_general->words.begin < match.words.begin) ++next_general;
    const bool is_general = next_general != generals.end() && next_general->words == match.words;
    mentions_.push_back({match.sentence, match.words, entry->second, is_general});
  }
  find_main();
}

/// Of those that the article's title names, the one named best and then most often.
void Subjects::find_main() {
  const std::string title = fold(input_.article.title);
  if (title.empty()) return;
  std::vector<std::uint32_t> counts(lemmas_.size(), 0);
  for (const Mention& mention : mentions_) {
    if (!mention.general) ++counts[mention.subject];
  }
  std::pair<int, std::uint32_t> best{0, 0};
  for (std::uint32_t subject = 0; subject < counts.size(); ++subject) {
    if (counts[subject] == 0) continue;
    const std::pair fit{in_title(title, fold(words_as_written(input_, first_[subject]))), counts[subject]};
    if (fit.first == 0 || fit <= best) continue;
    best = fit;
    main_ = subject;
  }
}

IndexRange Subjects::mentions_in(std::uint32_t sentence) const {
  const auto before = [](const Mention& mention, std::uint32_t s) { return mention.sentence < s; };
  const auto first = std::lower_bound(mentions_.begin(), mentions_.end(), sentence, before);
  const auto last = std::lower_bound(first, mentions_.end(), sentence + 1, before);
  return {static_cast<std::uint32_t>(first - mentions_.begin()), static_cast<std::uint32_t>(last - mentions_.begin())};
}

std::uint32_t Subjects::in_sentence(std::uint32_t sentence, IndexRange words, bool inside) const {
  const IndexRange mentions = mentions_in(sentence);
  if (mentions.empty()) return no_index;
  const IndexRange clause = clause_of(input_.article, input_.units, input_.vocabulary, sentence, words.end - 1);
  std::uint32_t found = no_index;
  for (std::uint32_t i = mentions.begin; i < mentions.end; ++i) {
    const Mention& mention = mentions_[i];
    if (mention.general || mention.words.end + reach_back < words.begin) continue;
    if (mention.words.end <= words.begin || (inside && mention.words.begin < words.end)) found = mention.subject;
    if (mention.words.begin < words.end) continue;  // what stands inside is acted on
    if (found == no_index && mention.words.begin < std::min(words.end + reach_forward, clause.end)) found = mention.subject;
    break;
  }
  return found;
}

std::uint32_t Subjects::first_in(std::uint32_t sentence) const {
  const IndexRange mentions = mentions_in(sentence);
  for (std::uint32_t i = mentions.begin; i < mentions.end; ++i) {
    if (!mentions_[i].general) return mentions_[i].subject;
  }
  return no_index;
}

std::uint32_t Subjects::in_heading(std::uint32_t section) const {
  const std::uint32_t heading = input_.article.sections[section].heading;
  if (heading == no_index) return no_index;
  const IndexRange texts = input_.article.blocks[heading].texts;
  for (std::uint32_t text = texts.begin; text < texts.end; ++text) {
    const IndexRange sentences = input_.units.sentences_of_text[text];
    for (std::uint32_t s = sentences.begin; s < sentences.end; ++s) {
      if (const std::uint32_t subject = first_in(s); subject != no_index) return subject;
    }
  }
  return no_index;
}

std::uint32_t Subjects::from_context(std::uint32_t sentence) const {
  const Sentence& said = input_.units.sentences[sentence];
  for (std::uint32_t s = sentence; s > 0 && sentence - s < sentences_back;) {
    if (input_.units.sentences[--s].block != said.block) break;
    if (const std::uint32_t subject = first_in(s); subject != no_index) return subject;
  }
  for (std::uint32_t section = said.section; section != 0; section = input_.article.sections[section].parent) {
    if (const std::uint32_t subject = in_heading(section); subject != no_index) return subject;
  }
  return main_;
}

bool Subjects::general_before(std::uint32_t sentence, IndexRange words) const {
  const std::vector<Match>& matches = input_.matches.of(general_);
  for (auto match = first_match(matches, sentence); match != matches.end() && match->sentence == sentence; ++match) {
    if (match->words.begin >= words.end) return false;
    if (match->words.end + general_reach >= words.begin) return true;
  }
  return false;
}

std::uint32_t Subjects::of_claim(std::uint32_t sentence, IndexRange words, Wording wording) const {
  const IndexRange mentions = mentions_in(sentence);
  if (const std::uint32_t named = in_sentence(sentence, words, wording.inside); named != no_index) return named;
  if (!wording.elided && !general_before(sentence, words)) return no_index;
  if (const std::uint32_t named = from_context(sentence); named != no_index) return named;
  return mentions.empty() ? no_index : mentions_[mentions.begin].subject;
}

bool Subjects::same(std::uint32_t a, std::uint32_t b) const {
  if (a == b) return true;
  const std::vector<LemmaId>& shorter = lemmas_[a].size() <= lemmas_[b].size() ? lemmas_[a] : lemmas_[b];
  const std::vector<LemmaId>& longer = lemmas_[a].size() <= lemmas_[b].size() ? lemmas_[b] : lemmas_[a];
  return std::search(longer.begin(), longer.end(), shorter.begin(), shorter.end()) != longer.end();
}

bool opens_sentence(const CheckInput& input, const Match& match) {
  constexpr std::uint32_t longest_lead = 8;
  const IndexRange lead{input.units.sentences[match.sentence].words.begin, match.words.begin};
  if (lead.empty()) return true;
  if (lead.size() > longest_lead) return false;
  const auto emphasized = [&](const Word& word) { return (word.flags & word_emphasis) != 0; };
  if (std::all_of(input.units.words.begin() + lead.begin, input.units.words.begin() + lead.end, emphasized)) return true;
  const std::string_view gap =
      input.article.text({input.units.words[lead.end - 1].plain.end, input.units.words[match.words.begin].plain.begin});
  return gap.find(':') != std::string_view::npos || gap.find("\xE2\x80\x93") != std::string_view::npos ||
         gap.find("\xE2\x80\x94") != std::string_view::npos || gap.find(" - ") != std::string_view::npos;
}

bool is_link_text(const CheckInput& input, IndexRange words) {
  return std::all_of(input.units.words.begin() + words.begin, input.units.words.begin() + words.end,
                     [](const Word& word) { return (word.flags & word_link) != 0; });
}

}  // namespace stet
