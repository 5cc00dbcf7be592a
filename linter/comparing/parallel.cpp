#include "comparing/parallel.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "claims/claim.h"
#include "claims/headings.h"
#include "claims/keys.h"
#include "comparing/heading_forms.h"
#include "language/condition.h"
#include "language/label.h"
#include "units/verbs.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr std::uint32_t longest_colon_label = 7;  ///< words of a label
constexpr std::uint32_t label_reach = 4;          ///< sentences to the next one that has a label

// Blocks

struct Fork {
  std::uint32_t a = no_index;  ///< the block under which the one stands, right below what both stand in
  std::uint32_t b = no_index;
  std::uint32_t both = no_index;  ///< what both stand in
};

std::vector<std::uint32_t> path_of(const Article& article, std::uint32_t block) {
  std::vector<std::uint32_t> path;
  for (; block != no_index; block = article.blocks[block].parent) path.push_back(block);
  return path;
}

/// Where the paths from two blocks to the top part.
Fork fork_of(const Article& article, std::uint32_t a, std::uint32_t b) {
  std::vector<std::uint32_t> of_a = path_of(article, a);
  std::vector<std::uint32_t> of_b = path_of(article, b);
  Fork fork;
  while (!of_a.empty() && !of_b.empty() && of_a.back() == of_b.back()) {
    fork.both = of_a.back();
    of_a.pop_back();
    of_b.pop_back();
  }
  fork.a = of_a.empty() ? no_index : of_a.back();
  fork.b = of_b.empty() ? no_index : of_b.back();
  return fork;
}

bool in_a_list(const Article& article, std::uint32_t block) {
  for (; block != no_index; block = article.blocks[block].parent) {
    if (article.blocks[block].kind == BlockKind::list_item) return true;
  }
  return false;
}

// Labels

enum class LeadKind : std::uint8_t { none, definition, code, link, label };

/// What a paragraph or list item begins with, before it says something.
struct Lead {
  LeadKind kind = LeadKind::none;
  std::string_view text;
};

/// The text run that the sentence stands in.
const TextRun& run_of(const CheckInput& input, std::uint32_t sentence) { return input.article.texts[input.units.sentences[sentence].text]; }

/// The sentence that the text run of a sentence begins with.
std::uint32_t first_of_text(const CheckInput& input, std::uint32_t sentence) {
  return input.units.sentences_of_text[input.units.sentences[sentence].text].begin;
}

/// Sentences between backticks are no code (units/read_units.cpp).
bool begins_with_code(const CheckInput& input, std::uint32_t sentence) {
  return (input.units.words[input.units.sentences[first_of_text(input, sentence)].words.begin].flags & word_code) != 0;
}

Lead lead_of(const CheckInput& input, std::uint32_t sentence) {
  const TextRun& run = run_of(input, sentence);
  const std::string_view text = input.article.text(run.plain);
  if (text.starts_with(": ") || text.starts_with("| ")) return {LeadKind::definition, {}};  // a row where no table was made out
  if (run.inlines.empty()) return {};
  const Inline& first = input.article.inlines[run.inlines.begin];
  if (first.plain.begin != run.plain.begin || first.plain.size() == 0) return {};
  const std::string_view lead = input.article.text(first.plain);
  const std::string_view behind = text.substr(first.plain.end - run.plain.begin);
  if (first.kind == InlineKind::code && begins_with_code(input, sentence)) return {LeadKind::code, lead};
  if (first.kind == InlineKind::link) {
    return {LeadKind::link, lead};
  }
  const bool is_term = first.kind == InlineKind::strong && !behind.empty();  // "**Host lids** are those that …"
  const bool is_label = is_term || lead.ends_with(':') || parts_label(behind);
  if ((first.kind == InlineKind::strong || first.kind == InlineKind::emphasis) && is_label) return {LeadKind::label, lead};
  return {};
}

/// What stands before a colon at the start of a sentence: "Price: $129". Empty when nothing does.
std::string_view label_of(const CheckInput& input, std::uint32_t sentence) {
  const Sentence& said = input.units.sentences[sentence];
  const IndexRange label = label_before_colon(input, said.words, longest_colon_label);
  return label.empty() ? std::string_view() : input.article.text({said.plain.begin, input.units.words[label.end - 1].plain.end});
}

/// The label of the first sentence behind one that has any.
std::string_view next_label(const CheckInput& input, std::uint32_t sentence) {
  for (std::uint32_t s = sentence + 1; s < std::min<std::size_t>(input.units.sentences.size(), sentence + label_reach); ++s) {
    if (const std::string_view label = label_of(input, s); !label.empty()) return label;
  }
  return {};
}

/// The label of the last sentence before one that has any.
std::string_view label_before(const CheckInput& input, std::uint32_t sentence) {
  for (std::uint32_t back = 1; back <= std::min(sentence, label_reach); ++back) {
    if (const std::string_view label = label_of(input, sentence - back); !label.empty()) return label;
  }
  return {};
}

/// The same label, and the same one behind it or before it: two fillings of one form.
bool fill_one_form(const CheckInput& input, std::uint32_t a, std::uint32_t b) {
  const std::string_view label = label_of(input, a);
  if (label.empty() || label != label_of(input, b)) return false;
  const std::string_view next = next_label(input, a);
  if (!next.empty() && next == next_label(input, b) && next != label) return true;
  const std::string_view before = label_before(input, a);
  return !before.empty() && before == label_before(input, b) && before != label;
}

/// How often each label stands in an article.
struct LabelCounts {
  std::map<std::string_view, std::uint32_t> of;

  explicit LabelCounts(const CheckInput& input) {
    for (std::uint32_t s = 0; s < input.units.sentences.size(); ++s) {
      if (const std::string_view label = label_of(input, s); !label.empty()) ++of[label];
    }
  }
};

/// The labels that paragraphs of each section begin with, and those of the sections right under it; lines like "Uses:" that head these,
/// too. Items do not count: a list that was pasted has the same labels.
struct SectionLabels {
  std::vector<std::set<std::string_view>> of;                // by section
  std::map<std::string_view, std::set<std::uint32_t>> with;  // sections, by label

  explicit SectionLabels(const CheckInput& input) : of(input.article.sections.size()) {
    for (const IndexRange sentences : input.units.sentences_of_text) {
      if (sentences.empty() || input.units.sentences[sentences.begin].place != Place::paragraph) continue;
      const std::string_view label = label_of(input, sentences.begin);
      if (!label.empty()) add(input, input.units.sentences[sentences.begin].section, label);
    }
    for (const Section& section : input.article.sections) {
      if (section.heading == no_index) continue;
      const std::string_view head = input.article.heading_text(section);
      if (head.ends_with(':')) add(input, section.parent, head.substr(0, head.size() - 1));
    }
  }

 private:
  void add(const CheckInput& input, std::uint32_t section, std::string_view label) {
    of[section].insert(label);
    of[input.article.sections[section].parent].insert(label);
    with[label].insert(section);
  }
};

/// "Benefits: … Uses: … Cautions: …" in each: most labels of the one are the other's, too; three of them, or two that a third section has.
bool share_labels(const CheckInput& input, std::uint32_t a, std::uint32_t b) {
  constexpr std::size_t many = 3;
  const auto& labels = input.derived->get<SectionLabels>([&] { return SectionLabels(input); });
  const std::set<std::string_view>& one = labels.of[a];
  const std::set<std::string_view>& two = labels.of[b];
  std::size_t both = 0;
  std::size_t often = 0;
  for (const std::string_view label : one) {
    if (!two.contains(label)) continue;
    ++both;
    often += labels.with.at(label).size() >= many ? 1U : 0U;
  }
  return (both >= many || often >= 2) && 2 * both >= std::min(one.size(), two.size());
}

/// A link with little behind it: a line of a list of links, whatever the sections.
bool is_mostly_lead(const CheckInput& input, std::uint32_t sentence, const Lead& lead) {
  return lead.text.size() * 2 >= run_of(input, sentence).plain.size();
}

/// Do the two begin with labels that say what each is about?
bool are_labelled(const CheckInput& input, std::uint32_t a, std::uint32_t b) {
  if (fill_one_form(input, a, b)) return true;
  const Lead one = lead_of(input, a);
  const Lead two = lead_of(input, b);
  if (one.kind == LeadKind::none || one.kind != two.kind) return false;
  const bool one_section = input.units.sentences[a].section == input.units.sentences[b].section;
  if (one.kind == LeadKind::label) return one_section ? one.text != two.text : one.text == two.text;
  return one.kind == LeadKind::code || one_section || (is_mostly_lead(input, a, one) && is_mostly_lead(input, b, two));
}

// Sections

/// The first sentence of running text right under a section's heading, or no_index.
std::uint32_t first_sentence_of(const CheckInput& input, std::uint32_t section) {
  constexpr std::uint32_t farthest = 64;  // blocks without text
  const IndexRange blocks = input.article.sections[section].blocks;
  const std::uint32_t heading = input.article.sections[section].heading;
  if (heading == no_index) return no_index;
  const std::uint32_t first = input.article.blocks[heading].end;
  for (std::uint32_t block = first; block < std::min(blocks.end, first + farthest); ++block) {
    const Block& here = input.article.blocks[block];
    if (here.kind == BlockKind::heading) return no_index;
    if (here.texts.empty()) continue;
    const IndexRange sentences = input.units.sentences_of_text[here.texts.begin];
    if (!sentences.empty() && !input.units.sentences[sentences.begin].words.empty()) return sentences.begin;
    return no_index;
  }
  return no_index;
}

/// "Called …", "Called …"; "Returns the …", "Returns a …": each section says of the thing in its heading what that does.
bool open_alike(const CheckInput& input, std::uint32_t a, std::uint32_t b) {
  const std::uint32_t one = first_sentence_of(input, a);
  const std::uint32_t two = first_sentence_of(input, b);
  if (one == no_index || two == no_index) return false;
  const std::uint32_t first = input.units.sentences[one].words.begin;
  const std::uint32_t second = input.units.sentences[two].words.begin;
  const Form& form = form_of(input, first);
  if (input.units.words[first].form != input.units.words[second].form || !is_content(form)) return false;
  const bool verbal = is_third_person(form) || may_be_third_person(form) || form.text.ends_with("ed");
  return verbal && input.units.sentences[one].words.size() > 1;
}

/// Content stems of the headings above a section, up to and with the one that stands beside the other's.
std::vector<StemId> named_above(const CheckInput& input, std::uint32_t section, std::uint32_t top) {
  std::vector<StemId> stems;
  for (; section != 0; section = input.article.sections[section].parent) {
    for (const StemId stem : content_stems(input, words_of_heading(input, section))) stems.push_back(stem);
    if (section == top) break;
  }
  std::sort(stems.begin(), stems.end());
  return stems;
}

bool contains(const std::vector<StemId>& sorted, StemId stem) { return std::binary_search(sorted.begin(), sorted.end(), stem); }

/// Does the sentence say a word of its own headings that the other sentence and its headings lack?
bool names_its_own_heading(const CheckInput& input, std::uint32_t sentence, const std::vector<StemId>& own, std::uint32_t other,
                           const std::vector<StemId>& of_other) {
  const IndexRange words = input.units.sentences[sentence].words;
  const IndexRange theirs = input.units.sentences[other].words;
  for (std::uint32_t word = words.begin; word < words.end; ++word) {
    const StemId stem = form_of(input, word).stem;
    if (!contains(own, stem) || contains(of_other, stem)) continue;
    const auto is_same = [&](const Word& one) { return input.vocabulary.form(one.form).stem == stem; };
    if (std::none_of(input.units.words.begin() + theirs.begin, input.units.words.begin() + theirs.end, is_same)) return true;
  }
  return false;
}

/// Each sentence names what its own heading names: "Internet: … for internet", "Telephone: … for the telephone".
bool each_names_its_heading(const CheckInput& input, std::uint32_t a, std::uint32_t b, std::uint32_t top_a, std::uint32_t top_b) {
  const std::vector<StemId> of_a = named_above(input, input.units.sentences[a].section, top_a);
  const std::vector<StemId> of_b = named_above(input, input.units.sentences[b].section, top_b);
  return names_its_own_heading(input, a, of_a, b, of_b) && names_its_own_heading(input, b, of_b, a, of_a);
}

/// "If the lid is hot", "If the lid is cold": each says when it holds.
bool open_with_condition(const CheckInput& input, std::uint32_t a, std::uint32_t b) {
  const IndexRange one = words_of_heading(input, a);
  const IndexRange two = words_of_heading(input, b);
  return one.size() > 1 && two.size() > 1 && opens_condition(form_of(input, one.begin)) && opens_condition(form_of(input, two.begin));
}

/// Sections that the form of their headings, and not what they speak of, puts side by side.
bool are_of_one_form(const CheckInput& input, std::uint32_t a, std::uint32_t b) {
  if (begins_with_date(input, a) && begins_with_date(input, b)) return true;  // minutes, a diary
  return open_with_condition(input, a, b) || (names_code(input, a) && names_code(input, b)) || share_subheadings(input, a, b) ||
         open_alike(input, a, b) || share_labels(input, a, b);
}

/// Are they two, and has each a heading?
bool are_headed(const CheckInput& input, std::uint32_t a, std::uint32_t b) {
  return a != b && input.article.sections[a].heading != no_index && input.article.sections[b].heading != no_index;
}

bool are_sections_of_one_pattern(const CheckInput& input, std::uint32_t a, std::uint32_t b) {
  if (!are_headed(input, a, b)) return false;
  return are_of_one_form(input, a, b) || (asks(input, a) && asks(input, b)) ||
         headings_fill_one_form(input, words_of_heading(input, a), words_of_heading(input, b));
}

/// "First" before "exercise", and neither "Causes of" nor "Managing" before "gout".
bool describes_what_follows(const CheckInput& input, IndexRange words) {
  if (words.empty()) return false;
  const Form& last = form_of(input, words.end - 1);
  return is_content(last) && !last.text.ends_with("ing");
}

/// All that two headings have in common is what the title names: "Causes of gout", "Signs of gout"; and not what each is a kind of: "First
/// exercise", "Last exercise".
bool share_the_topic_alone(const CheckInput& input, IndexRange a, IndexRange b, bool questions) {
  const HeadingPair pair = compare_headings(input, a, b);
  const bool of_a_kind = !questions && pair.behind > 0 && is_content(form_of(input, pair.only_a.end));
  if (of_a_kind && (describes_what_follows(input, pair.only_a) || describes_what_follows(input, pair.only_b))) return false;
  const std::vector<WordKey>& topic = claims_of(input).topic;
  const auto differs = [&](std::uint32_t word) {
    const Form& form = form_of(input, word);
    if (!is_content(form) || std::binary_search(topic.begin(), topic.end(), key_of(input, form.stem))) return false;
    const auto is_same = [&](const Word& other) { return input.vocabulary.form(other.form).stem == form.stem; };
    return std::any_of(input.units.words.begin() + b.begin, input.units.words.begin() + b.end, is_same);
  };
  for (std::uint32_t word = a.begin; word < a.end; ++word) {
    if (is_number_word(input, word) || differs(word)) return false;
  }
  return true;
}

bool same_words(const CheckInput& input, IndexRange a, IndexRange b) {
  return a.size() == b.size() &&
         std::equal(input.units.words.begin() + a.begin, input.units.words.begin() + a.end, input.units.words.begin() + b.begin,
                    [](const Word& x, const Word& y) { return x.form == y.form; });
}

/// "Example" under "read()" and under "write()"; "Staging: access" and "Production: access": each is its parent's part of one kind.
bool are_parts_of_one_kind(const CheckInput& input, std::uint32_t a, std::uint32_t b) {
  const auto& sections = input.article.sections;
  if (a == b || sections[a].parent == sections[b].parent || sections[a].level != sections[b].level) return false;
  const IndexRange one = words_of_heading(input, a);
  const IndexRange two = words_of_heading(input, b);
  return !one.empty() && (same_words(input, one, two) || headings_fill_one_form(input, one, two));
}

// Branches

/// The first sentence of the paragraph, when it is at most so many before.
std::uint32_t paragraph_opening(const CheckInput& input, std::uint32_t sentence) {
  constexpr std::uint32_t reach = 3;
  const std::uint32_t first = first_of_text(input, sentence);
  return sentence - first <= reach ? first : sentence;
}

std::optional<IndexRange> opening_circumstance(const CheckInput& input, std::uint32_t sentence) {
  if (const auto condition = opening_condition(input, sentence)) return condition;
  if (const auto own = opening_clause(input, sentence, WordClass::branch_opener)) return own;
  return opening_clause(input, paragraph_opening(input, sentence), WordClass::branch_opener);
}

/// Each opens with a condition or occasion, and not with the same one.
bool are_branches(const CheckInput& input, std::uint32_t a, std::uint32_t b) {
  const auto one = opening_circumstance(input, a);
  const auto two = one ? opening_circumstance(input, b) : std::nullopt;
  return two && *one != *two && !same_words(input, *one, *two);
}

}  // namespace

bool are_fields_of_a_form(const CheckInput& input, std::uint32_t a, std::uint32_t b) {
  constexpr std::uint32_t often = 3;       // among the same labels
  constexpr std::uint32_t very_often = 5;  // among whatever labels
  a = first_of_text(input, a);
  b = first_of_text(input, b);
  const std::string_view label = label_of(input, a);
  if (label.empty() || label != label_of(input, b)) return false;
  const std::uint32_t count = input.derived->get<LabelCounts>([&] { return LabelCounts(input); }).of.at(label);
  return count >= very_often || (count >= often && fill_one_form(input, a, b));
}

bool are_parallel_by_form(const CheckInput& input, std::uint32_t a, std::uint32_t b) {
  const auto [section_a, section_b] = side_by_side(input.article, input.units.sentences[a].section, input.units.sentences[b].section);
  return are_headed(input, section_a, section_b) && are_of_one_form(input, section_a, section_b);
}

std::optional<IndexRange> opening_condition(const CheckInput& input, std::uint32_t sentence) {
  if (const auto own = opening_clause(input, sentence, WordClass::condition_opener)) return own;
  return opening_clause(input, paragraph_opening(input, sentence), WordClass::condition_opener);
}

bool are_parallel_by_topic(const CheckInput& input, std::uint32_t a, std::uint32_t b) {
  const std::uint32_t one = input.units.sentences[a].section;
  const std::uint32_t two = input.units.sentences[b].section;
  const auto [section_a, section_b] = side_by_side(input.article, one, two);
  if (!are_sections_of_one_pattern(input, section_a, section_b) || are_of_one_form(input, section_a, section_b)) return false;
  if (are_parts_of_one_kind(input, one, two) || each_names_its_heading(input, a, b, section_a, section_b)) return false;
  return share_the_topic_alone(input, words_of_heading(input, section_a), words_of_heading(input, section_b),
                               asks(input, section_a) && asks(input, section_b));
}

Parallel parallel_of(const CheckInput& input, std::uint32_t a, std::uint32_t b) {
  const Sentence& one = input.units.sentences[a];
  const Sentence& two = input.units.sentences[b];
  const Article& article = input.article;
  const Fork fork = fork_of(article, one.block, two.block);
  if (fork.both != no_index && fork.a != fork.b) {
    if (article.blocks[fork.both].kind == BlockKind::list) {
      const bool defines = fork.a + 1 < article.blocks.size() && article.blocks[fork.a + 1].kind == BlockKind::term;
      return defines ? Parallel::definitions : Parallel::items;
    }
    if (article.blocks[fork.both].kind == BlockKind::table) return Parallel::rows;
  }
  if (one.block != two.block && are_labelled(input, a, b))
    return lead_of(input, a).kind == LeadKind::definition ? Parallel::definitions : Parallel::labelled;
  if (one.section != two.section) {
    const auto [section_a, section_b] = side_by_side(article, one.section, two.section);
    if (are_sections_of_one_pattern(input, section_a, section_b) || are_parts_of_one_kind(input, one.section, two.section) ||
        (section_a != section_b && each_names_its_heading(input, a, b, section_a, section_b)))
      return in_a_list(article, one.block) && in_a_list(article, two.block) ? Parallel::items : Parallel::sections;
  }
  return are_branches(input, a, b) ? Parallel::branches : Parallel::none;
}

}  // namespace stet
