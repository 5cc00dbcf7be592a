#include "comparing/guards/repetition.h"

#include <algorithm>
#include <set>

#include "claims/claim.h"
#include "claims/keys.h"
#include "claims/stated.h"
#include "claims/title.h"
#include "comparing/guards/figures.h"
#include "comparing/reading.h"
#include "comparing/synonyms.h"
#include "units/word_classes.h"

namespace stet {
namespace {

/// The words of a passage whose stems the other lacks, or has less often.
std::vector<std::uint32_t> words_alone(const Passages& passages, const Passage& a, const Passage& b) {
  std::multiset<StemId> other(passages.stems.begin() + b.stems.begin, passages.stems.begin() + b.stems.end);
  std::vector<std::uint32_t> alone;
  for (std::uint32_t i = a.stems.begin; i < a.stems.end; ++i) {
    const auto same = other.find(passages.stems[i]);
    if (same == other.end()) {
      alone.push_back(passages.words[i]);
    } else {
      other.erase(same);
    }
  }
  return alone;
}

/// They differ in one word each, which may mean the same: "is essential for", "is necessary for".
bool are_synonyms_apart(const CheckInput& input, const Passages& passages, const Passage& a, const Passage& b) {
  const std::vector<std::uint32_t> one = words_alone(passages, a, b);
  const std::vector<std::uint32_t> two = words_alone(passages, b, a);
  return one.size() == 1 && two.size() == 1 && may_replace(input, one.front(), two.front());
}

constexpr std::uint32_t longest_form = 9;  // content words that two subjects have in common; set on the open gold articles (2026-11-29)

/// One slot filled differently in otherwise equal passages ("Go is a popular language"): the difference is the point.
bool fills_a_slot(const CheckInput& input, const Passages& passages, const Passage& a, const Passage& b, const Likeness& likeness) {
  const std::uint32_t shared = std::max(likeness.shared, likeness.unordered_shared);
  const std::uint32_t alone_a = a.stems.size() - shared;
  const std::uint32_t alone_b = b.stems.size() - shared;
  const auto lacks = [&](const Passage& passage, StemId stem) {
    const auto begin = passages.stems.begin();
    return std::find(begin + passage.stems.begin, begin + passage.stems.end, stem) == begin + passage.stems.end;
  };
  if (alone_a == 1 && alone_b == 1 && are_synonyms_apart(input, passages, a, b)) return false;
  const bool subjects_differ = lacks(a, passages.stems[b.stems.begin]) && lacks(b, passages.stems[a.stems.begin]);
  const bool one_word = alone_a == 1 && alone_b == 1;
  const bool at_the_front = subjects_differ && shared < longest_form;
  return alone_a > 0 && alone_b > 0 && alone_a <= 2 && alone_b <= 2 && (at_the_front || (one_word && shared < 6));
}

/// One name in the place of another, and all else the same: "the M3 Pro", "the M3 Max".
bool names_another(const CheckInput& input, const Passages& passages, const Passage& a, const Passage& b) {
  const std::vector<std::uint32_t> one = words_alone(passages, a, b);
  const std::vector<std::uint32_t> two = words_alone(passages, b, a);
  if (one.size() != 1 || two.size() != 1) return false;
  constexpr std::uint16_t named = word_code | word_all_caps | word_capitalized;
  return (input.units.words[one.front()].flags & named) != 0 && (input.units.words[two.front()].flags & named) != 0;
}

/// The words in emphasis that the passage begins with: "**Older adults:** …". None when all of it is in emphasis.
IndexRange label_of(const CheckInput& input, const Passage& passage) {
  const IndexRange words = words_of(input, passage);
  const IndexRange label = emphasised_opening(input, words);
  return label.end == words.end ? IndexRange{words.begin, words.begin} : label;
}

/// Behind the label: under “Lack of sleep” may stand what helps.
bool has_negation(const CheckInput& input, const Passage& passage) {
  return holds_denial(input, {label_of(input, passage).end, words_of(input, passage).end});
}

/// Figures or negations that only one of them has are the point of the difference.
bool point_differs(const CheckInput& input, const Passage& a, const Passage& b) {
  if (has_negation(input, a) != has_negation(input, b)) return true;
  return figures_differ(input, words_of(input, a), words_of(input, b)) && !figures_stand_in_one_clause(input, a, b);
}

/// "Press the brass bell on the quay to call the ferry", "Press the brass bell on the quay and wait for the baker": one opening, and each
/// ends its own way.
bool part_behind_one_opening(const CheckInput& input, const Passage& a, const Passage& b, const Likeness& likeness) {
  // Set on thirty pairs of repositories of strangers, of which two were repeats (2026-11-30).
  constexpr float much_the_same = 0.65F;
  constexpr std::uint32_t least_opening = 3;  // main words
  constexpr std::uint32_t least_own = 2;
  const std::uint32_t shared = likeness.unordered_shared;
  if (likeness.unordered_share >= much_the_same || std::min(a.stems.size(), b.stems.size()) < shared + least_own) return false;
  const IndexRange one = words_of(input, a);
  const IndexRange two = words_of(input, b);
  std::uint32_t opening = 0;
  for (std::uint32_t i = 0; i < std::min(one.size(), two.size()); ++i) {
    if (input.units.words[one.begin + i].form != input.units.words[two.begin + i].form) break;
    opening += is_content(form_of(input, one.begin + i)) ? 1U : 0U;
  }
  return opening >= least_opening && shared <= opening + 1;
}

/// A name within a sentence, an abbreviation or a name in code.
bool is_name(const Word& word, bool first) {
  if ((word.flags & (word_code | word_all_caps)) != 0) return true;
  return !first && (word.flags & word_capitalized) != 0;
}

/// Is the word capitalized because a sentence, or what stands behind its label, begins with it: "Waist: Your dog …"?
bool begins(const CheckInput& input, IndexRange words, std::uint32_t word) {
  return word == words.begin || gap_before(input, word).find(':') != std::string_view::npos;
}

/// Stems of the names that stand behind the label.
std::set<StemId> names_of(const CheckInput& input, const Passage& passage) {
  std::set<StemId> names;
  const IndexRange words{label_of(input, passage).end, words_of(input, passage).end};
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    if (is_name(input.units.words[w], begins(input, words, w))) names.insert(form_of(input, w).stem);
  }
  return names;
}

/// Each speaks of something by a name that the other does not have.
bool names_differ(const CheckInput& input, const Passage& a, const Passage& b) {
  const auto names_a = names_of(input, a);
  const auto names_b = names_of(input, b);
  return !includes(names_a, names_b) && !includes(names_b, names_a);
}

/// Stems of the names within the sentences of a passage: what begins a sentence is capitalized anyway.
std::set<StemId> names_within(const CheckInput& input, const Passage& passage) {
  std::set<StemId> names;
  for (std::uint32_t s = passage.first_sentence; s < passage.end_sentence; ++s) {
    const IndexRange words = input.units.sentences[s].words;
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      if (is_name(input.units.words[w], begins(input, words, w))) names.insert(form_of(input, w).stem);
    }
  }
  return names;
}

template <typename Set>
bool share_none(const Set& a, const Set& b) {
  return std::none_of(a.begin(), a.end(), [&](const auto& value) { return b.contains(value); });
}

bool mentions_code(const CheckInput& input, const Passage& passage) {
  const IndexRange words = words_of(input, passage);
  const auto first = input.units.words.begin() + words.begin;
  return std::any_of(first, input.units.words.begin() + words.end, [](const Word& word) { return (word.flags & word_code) != 0; });
}

/// "Figure 3", "Table B-1", "Step 2": what is said belongs to the thing numbered.
bool mentions_numbered_thing(const CheckInput& input, const Passage& passage) {
  const IndexRange words = words_of(input, passage);
  for (std::uint32_t w = words.begin; w + 1 < words.end; ++w) {
    const bool numbered = (input.units.words[w + 1].flags & word_number) != 0 || form_of(input, w + 1).text.size() == 1;
    if (numbered && is(form_of(input, w), WordClass::numbered_part)) return true;
  }
  return false;
}

/// The innermost list that the passage stands in, or no_index.
std::uint32_t list_of(const CheckInput& input, const Passage& passage) {
  std::uint32_t block = input.units.sentences[passage.first_sentence].block;
  while (block != no_index && input.article.blocks[block].kind != BlockKind::list) block = input.article.blocks[block].parent;
  return block;
}

// Set 2026-11-23, before there were labelled sets; measured on gold since, and kept (2026-11-29).
constexpr std::uint32_t longest_step = 12;  // words

/// A short entry of a numbered list, without a label.
bool is_step(const CheckInput& input, const Passage& passage) {
  const std::uint32_t list = list_of(input, passage);
  return list != no_index && input.article.blocks[list].ordered && words_of(input, passage).size() <= longest_step &&
         label_of(input, passage).size() == 0;
}

/// Steps of two procedures, each of which must be complete.
bool are_steps(const CheckInput& input, const Passage& a, const Passage& b) {
  const auto numbered = [&](std::uint32_t list) { return list != no_index && input.article.blocks[list].ordered; };
  const std::uint32_t one = list_of(input, a);
  const std::uint32_t two = list_of(input, b);
  const bool numbered_both = numbered(one) && numbered(two) && !is_plain_prose(input);
  return one != two && ((is_step(input, a) && is_step(input, b)) || numbered_both);
}

/// Share of a passage's words that have a flag.
double share_with(const CheckInput& input, const Passage& passage, std::uint16_t flag) {
  const IndexRange words = words_of(input, passage);
  const auto first = input.units.words.begin() + words.begin;
  const auto count = std::count_if(first, first + words.size(), [&](const Word& word) { return (word.flags & flag) != 0; });
  return static_cast<double>(count) / std::max(1.0, static_cast<double>(words.size()));
}

// Set on gold and on nine repositories of articles (2026-11-29).
constexpr double nearly_all = 0.8;

/// One of them, and not the other, stands between quotation marks: what was said is quoted, to be answered.
bool quotes_the_other(const CheckInput& input, const Passage& a, const Passage& b) {
  const bool quoted_a = share_with(input, a, word_quoted) >= nearly_all;
  const bool quoted_b = share_with(input, b, word_quoted) >= nearly_all;
  return quoted_a != quoted_b;
}

std::set<StemId> stems_of(const CheckInput& input, IndexRange words) {
  std::set<StemId> stems;
  for (std::uint32_t w = words.begin; w < words.end; ++w) stems.insert(form_of(input, w).stem);
  return stems;
}

/// Little but the same figures under two labels that share nothing: they are those of another group.
bool labels_differ(const CheckInput& input, const Passage& a, const Passage& b, const Likeness& likeness) {
  const std::set<StemId> label_a = stems_of(input, label_of(input, a));
  const std::set<StemId> label_b = stems_of(input, label_of(input, b));
  if (label_a.empty() || label_b.empty() || likeness.shared > 2 * figures_of(input, words_of(input, a)).size()) return false;
  return share_none(label_a, label_b);
}

/// The first word behind what the passage is labelled with: words in emphasis, or up to four words, and a colon.
std::uint32_t end_of_label(const CheckInput& input, const Passage& passage) {
  constexpr std::uint32_t longest_label = 4;
  const IndexRange words = words_of(input, passage);
  const auto emphasised = static_cast<std::uint32_t>(label_of(input, passage).size());
  return label_before_colon(input, words, std::max(emphasised, longest_label)).end;
}

std::set<StemId> stems_of_passage(const Passages& passages, std::uint32_t passage) {
  const IndexRange stems = passages.passages[passage].stems;
  return {passages.stems.begin() + stems.begin, passages.stems.begin() + stems.end};
}

/// Content stems of the heading that a section has, and of those above it.
std::set<StemId> heading_stems(const CheckInput& input, std::uint32_t section) {
  std::set<StemId> stems;
  for (; section != 0; section = input.article.sections[section].parent) {
    const std::uint32_t heading = input.article.sections[section].heading;
    if (heading == no_index || input.article.blocks[heading].texts.empty()) continue;
    const IndexRange sentences = input.units.sentences_of_text[input.article.blocks[heading].texts.begin];
    for (std::uint32_t s = sentences.begin; s < sentences.end; ++s) {
      for (const StemId stem : content_stems(input, input.units.sentences[s].words)) stems.insert(stem);
    }
  }
  return stems;
}

}  // namespace

void leave_labels_out(const CheckInput& input, Passages& passages, std::uint32_t at_least) {
  for (Passage& passage : passages.passages) {
    const std::uint32_t begins = end_of_label(input, passage);
    IndexRange rest = passage.stems;
    float weight = passage.weight;
    while (!rest.empty() && passages.words[rest.begin] < begins) weight -= passages.weights[rest.begin++];
    if (rest.size() < at_least) continue;
    passage.stems = rest;
    passage.weight = weight;
  }
}

Passages read_sentences(const CheckInput& input, std::uint32_t at_least, const std::function<bool(std::uint32_t)>& holds) {
  const auto taken = [&](std::uint32_t sentence) { return holds(sentence) && may_be_repeated(input, sentence); };
  Passages passages = read_passages(input, PassageUnit::sentence, std::min(at_least, 3U), taken);
  leave_labels_out(input, passages, at_least);
  return passages;
}

bool precedes_code(const CheckInput& input, const Passage& passage) {
  const auto& blocks = input.article.blocks;
  const std::uint32_t next = blocks[input.units.sentences[passage.first_sentence].block].end;
  if (next >= blocks.size()) return false;
  return blocks[next].kind != BlockKind::paragraph && blocks[next].kind != BlockKind::heading;
}

bool is_pictured_step(const CheckInput& input, const Passage& passage) {
  constexpr std::uint32_t longest_pictured = 16;  // words
  const auto& article = input.article;
  const Sentence& said = input.units.sentences[passage.first_sentence];
  const auto is_picture = [&](std::uint32_t block) {
    if (block >= article.blocks.size() || article.blocks[block].texts.empty()) return false;
    const TextRun& run = article.texts[article.blocks[block].texts.begin];
    return run.plain.empty() && !run.inlines.empty() && article.inlines[run.inlines.begin].kind == InlineKind::image;
  };
  const bool alone = words_of(input, passage).size() <= longest_pictured && input.units.sentences_of_text[said.text].size() == 1;
  return alone && (is_picture(article.blocks[said.block].end) || (said.block > 0 && is_picture(said.block - 1)));
}

bool labels_apart(const CheckInput& input, const Passage& a, const Passage& b) {
  const auto label = [&](const Passage& passage) {
    return stems_of(input, {words_of(input, passage).begin, std::max(label_of(input, passage).end, end_of_label(input, passage))});
  };
  return label(a) != label(b);
}

bool labels_share_nothing(const CheckInput& input, const Passage& a, const Passage& b) {
  const std::vector<StemId> one = label_stems(input, a);
  const std::vector<StemId> two = label_stems(input, b);
  return !one.empty() && !two.empty() &&
         std::none_of(one.begin(), one.end(), [&](StemId stem) { return std::binary_search(two.begin(), two.end(), stem); });
}

bool stand_under_one_label(const CheckInput& input, const Passage& a, const Passage& b) {
  const auto label = [&](const Passage& passage) {
    const std::uint32_t text = input.units.sentences[passage.first_sentence].text;
    const std::uint32_t first = input.units.sentences_of_text[text].begin;
    return label_stems(input, {first, first + 1, {}, 0});
  };
  const std::vector<StemId> one = label(a);
  const std::vector<StemId> two = label(b);
  const std::vector<WordKey>& topic = claims_of(input).topic;
  return std::any_of(one.begin(), one.end(), [&](StemId stem) {
    return std::binary_search(two.begin(), two.end(), stem) && !std::binary_search(topic.begin(), topic.end(), key_of(input, stem));
  });
}

bool asks(const CheckInput& input, const Passage& passage) {
  const std::string_view text = input.article.text(input.units.sentences[passage.end_sentence - 1].plain);
  const std::size_t last = text.find_last_not_of("\"')]* ");
  return last != std::string_view::npos && text[last] == '?';
}

bool has_numbers(const CheckInput& input, const Passage& passage) { return !figures_of(input, words_of(input, passage)).empty(); }

bool are_link_texts(const CheckInput& input, const Passage& a, const Passage& b) {
  return share_with(input, a, word_link) >= nearly_all || share_with(input, b, word_link) >= nearly_all;
}

bool are_thing_and_step(const CheckInput& input, const Passage& a, const Passage& b) {
  const std::uint32_t one = list_of(input, a);
  const std::uint32_t two = list_of(input, b);
  if (one == no_index || two == no_index || input.article.blocks[one].ordered == input.article.blocks[two].ordered) return false;
  const Passage& thing = input.article.blocks[one].ordered ? b : a;
  return input.units.sentences[thing.first_sentence].fragment || (labels_apart(input, a, b) && !stand_under_one_label(input, a, b));
}

std::vector<StemId> label_stems(const CheckInput& input, const Passage& passage) {
  const std::uint32_t end = std::max(label_of(input, passage).end, end_of_label(input, passage));
  std::vector<StemId> stems = content_stems(input, {words_of(input, passage).begin, end});
  std::sort(stems.begin(), stems.end());
  return stems;
}

bool say_otherwise(const CheckInput& input, const Passage& a, const Passage& b) {
  return point_differs(input, a, b) || names_differ(input, a, b);
}

bool are_steps_of_one(const CheckInput& input, const Passage& passage) {
  const std::uint32_t list = list_of(input, passage);
  return list != no_index && input.article.blocks[list].ordered;
}

bool differ_by_heading(const CheckInput& input, const Passages& passages, std::uint32_t later, std::uint32_t earlier) {
  const auto section_of = [&](std::uint32_t passage) { return input.units.sentences[passages.passages[passage].first_sentence].section; };
  const auto own = [&](std::uint32_t passage, std::uint32_t other) {
    std::set<StemId> stems = stems_of_passage(passages, passage);
    for (const StemId stem : stems_of_passage(passages, other)) stems.erase(stem);
    return stems;
  };
  const std::set<StemId> headed_later = heading_stems(input, section_of(later));
  const std::set<StemId> headed_earlier = heading_stems(input, section_of(earlier));
  const auto names_one = [](const std::set<StemId>& said, const std::set<StemId>& here, const std::set<StemId>& there) {
    return std::any_of(said.begin(), said.end(), [&](StemId stem) { return here.contains(stem) && !there.contains(stem); });
  };
  return names_one(own(later, earlier), headed_later, headed_earlier) && names_one(own(earlier, later), headed_earlier, headed_later);
}

bool is_deliberate(const CheckInput& input, const Passages& passages, const Passage& a, const Passage& b, const Likeness& likeness) {
  if (point_differs(input, a, b) || are_steps(input, a, b) || labels_differ(input, a, b, likeness)) return true;
  if (quotes_the_other(input, a, b)) return true;
  const bool exact = likeness.overlap > 0.999F;
  if (exact) return false;
  if (part_behind_one_opening(input, a, b, likeness)) return true;
  if (fills_a_slot(input, passages, a, b, likeness) || names_differ(input, a, b) || names_another(input, passages, a, b)) return true;
  const bool technical =
      mentions_code(input, a) || mentions_code(input, b) || mentions_numbered_thing(input, a) || mentions_numbered_thing(input, b);
  return technical && likeness.overlap < 0.8F;
}

bool speak_of_different_things(const CheckInput& input, const Passage& a, const Passage& b) {
  if (quotes_the_other(input, a, b)) return true;
  const auto names_a = names_within(input, a);
  const auto names_b = names_within(input, b);
  if (!names_a.empty() && !names_b.empty() && share_none(names_a, names_b)) return true;
  const auto numbers_a = figures_of(input, words_of(input, a));
  const auto numbers_b = figures_of(input, words_of(input, b));
  return numbers_a.size() >= 2 && numbers_b.size() >= 2 && share_none(numbers_a, numbers_b);
}

}  // namespace stet
