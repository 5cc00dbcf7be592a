// Contents lists and anchors against headings.
#include <algorithm>
#include <map>
#include <set>

#include "checks/refers/refers.h"
#include "checks/wording/message.h"
#include "text/find_part.h"
#include "text/unicode.h"

namespace stet {
namespace {

/// An entry of a contents list, or a heading: what it is compared by.
struct Entry {
  std::string key;         ///< folded words without numbering
  std::set<StemId> stems;  ///< of its content words
  Span source;
  Span plain;
  std::string text;
  std::string anchor;      ///< of its link into the article, or empty
  bool leads_out = false;  ///< it is a link out of the article
};

/// Links of one entry that are looked at, and comparisons of entries with headings: beyond, a list is no contents list.
constexpr std::size_t most_links = 64;
constexpr std::size_t most_title_pairs = 4'000'000;

bool is_number(const CheckInput& input, std::uint32_t word) { return (input.units.words[word].flags & word_number) != 0; }

Entry entry_of_words(const CheckInput& input, IndexRange words) {
  Entry entry;
  while (words.begin < words.end && is_number(input, words.begin)) ++words.begin;
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    const Form& form = input.vocabulary.form(input.units.words[w].form);
    entry.key += form.text;
    entry.key += ' ';
    if ((form.flags & form_stop_word) == 0) entry.stems.insert(form.stem);
  }
  if (words.empty()) return entry;
  entry.source = source_of(input, words);
  entry.plain = {input.units.words[words.begin].plain.begin, input.units.words[words.end - 1].plain.end};
  entry.text = words_as_written(input, words);
  return entry;
}

IndexRange words_of_block(const CheckInput& input, const Block& block) {
  IndexRange words{no_index, 0};
  for (std::uint32_t text = block.texts.begin; text < block.texts.end; ++text) {
    const IndexRange sentences = input.units.sentences_of_text[text];
    if (sentences.empty()) continue;
    words.begin = std::min(words.begin, input.units.sentences[sentences.begin].words.begin);
    words.end = input.units.sentences[sentences.end - 1].words.end;
  }
  return words.begin == no_index ? IndexRange{} : words;
}

/// Links of a block, in order.
std::vector<const Inline*> links_of(const CheckInput& input, const Block& block) {
  std::vector<const Inline*> links;
  for (std::uint32_t t = block.texts.begin; t < block.texts.end; ++t) {
    const IndexRange inlines = input.article.texts[t].inlines;
    for (std::uint32_t i = inlines.begin; i < inlines.end; ++i) {
      const Inline& span = input.article.inlines[i];
      if (span.kind == InlineKind::link && span.link != no_index && links.size() < most_links) links.push_back(&span);
    }
  }
  return links;
}

/// The entries of a block: one, or one a line where each line starts with a link. Soft-wrapped lines of a contents list are entries of
/// their own.
void add_entries(const CheckInput& input, const Block& block, std::vector<Entry>& entries) {
  const IndexRange words = words_of_block(input, block);
  const std::vector<const Inline*> links = links_of(input, block);
  const auto starts_link = [&](std::uint32_t word) {
    const std::uint32_t at = input.units.words[word].plain.begin;
    return std::any_of(links.begin(), links.end(),
                       [&](const Inline* link) { return link->plain.contains(at) && at - link->plain.begin < 3; });
  };
  const auto line_of_word = [&](std::uint32_t word) { return line_of(input, source_of(input, {word, word + 1})); };
  const auto begins_entry = [&](std::uint32_t word) { return starts_link(word) && line_of_word(word) != line_of_word(word - 1); };
  for (std::uint32_t begin = words.begin; begin < words.end;) {
    std::uint32_t end = begin + 1;
    while (end < words.end && !begins_entry(end)) ++end;
    Entry entry = entry_of_words(input, {begin, end});
    // A link speaks for the entry when it is most of it.
    for (const Inline* link : links) {
      if (!entry.source.overlaps(link->source) || std::size_t{link->plain.size()} * 10 < entry.text.size() * 7) continue;
      const std::string& target = input.article.links[link->link].target;
      target.starts_with('#') ? void(entry.anchor = target.substr(1)) : void(entry.leads_out = true);
    }
    entries.push_back(std::move(entry));
    begin = end;
  }
}

/// Leaf texts of a list, nested ones too.
std::vector<Entry> entries_of(const CheckInput& input, std::uint32_t list) {
  std::vector<Entry> entries;
  for (std::uint32_t b = list + 1; b < input.article.blocks[list].end; ++b) {
    const Block& block = input.article.blocks[b];
    if (block.texts.empty()) continue;
    add_entries(input, block, entries);
  }
  std::erase_if(entries, [](const Entry& entry) { return entry.key.empty(); });
  return entries;
}

struct Heading {
  std::uint32_t section = 0;
  Entry entry;
};

std::vector<Heading> headings_of(const CheckInput& input) {
  std::vector<Heading> headings;
  for (std::uint32_t s = 1; s < input.article.sections.size(); ++s) {
    const Block& block = input.article.blocks[input.article.sections[s].heading];
    headings.push_back({s, entry_of_words(input, words_of_block(input, block))});
  }
  return headings;
}

/// Headings by what entries are looked up by.
struct HeadingIndex {
  std::set<std::string> keys;
  std::set<std::set<StemId>> stems;
  std::vector<std::string> anchors;
};

HeadingIndex index_of(const CheckInput& input, const std::vector<Heading>& headings) {
  HeadingIndex index;
  for (const Heading& heading : headings) {
    index.keys.insert(heading.entry.key);
    index.stems.insert(heading.entry.stems);
  }
  index.anchors = known_anchors(input);
  return index;
}

/// "Steam lids" of "Steam lids [experimental]", "Meta queries of your shop" of "Meta queries": one begins with all of the other.
bool begins_heading(const HeadingIndex& index, const Entry& entry) {
  if (entry.stems.empty()) return false;
  const auto after = index.keys.lower_bound(entry.key);
  if (after != index.keys.end() && after->starts_with(entry.key)) return true;
  constexpr std::size_t least = 2;  // words of a heading that an entry may begin with
  return after != index.keys.begin() && entry.key.starts_with(*std::prev(after)) &&
         static_cast<std::size_t>(std::count(std::prev(after)->begin(), std::prev(after)->end(), ' ')) >= least;
}

bool has_heading(const HeadingIndex& index, const Entry& entry) {
  if (begins_heading(index, entry)) return true;
  return index.keys.contains(entry.key) || (!entry.stems.empty() && index.stems.contains(entry.stems)) ||
         (!entry.anchor.empty() && is_known_anchor(index.anchors, entry.anchor));
}

/// Word for word, or by its link.
bool names_heading(const HeadingIndex& index, const Entry& entry) {
  return index.keys.contains(entry.key) || (!entry.anchor.empty() && is_known_anchor(index.anchors, entry.anchor));
}

/// A contents list: at least three entries, at least two thirds of which are headings.
struct ContentsList {
  std::uint32_t block = no_index;
  std::vector<Entry> entries;
};

ContentsList contents_list(const CheckInput& input, const HeadingIndex& index) {
  for (std::uint32_t b = 0; b < input.article.blocks.size(); ++b) {
    if (input.article.blocks[b].kind != BlockKind::list || input.article.blocks[b].parent != no_index) continue;
    ContentsList list{b, entries_of(input, b)};
    const auto found = static_cast<std::size_t>(
        std::count_if(list.entries.begin(), list.entries.end(), [&](const Entry& entry) { return names_heading(index, entry); }));
    if (found < 2 || list.entries.size() < 3 || found * 3 < list.entries.size() * 2) continue;
    const auto linked = static_cast<std::size_t>(
        std::count_if(list.entries.begin(), list.entries.end(), [](const Entry& entry) { return !entry.anchor.empty(); }));
    // Without links, only a list near the top is one; with them, what has none is a label.
    if (linked * 2 < list.entries.size() && input.article.blocks[b].section > 2) continue;
    if (linked * 2 >= list.entries.size()) std::erase_if(list.entries, [](const Entry& entry) { return entry.anchor.empty(); });
    std::erase_if(list.entries, [](const Entry& entry) { return entry.leads_out; });
    return list;
  }
  return {};
}

/// What the three checks of contents ask of an article.
struct Contents {
  std::vector<Heading> headings;
  HeadingIndex index;
  ContentsList list;
};

const Contents& contents_of(const CheckInput& input) {
  return input.derived->get<Contents>([&] {
    Contents contents{headings_of(input), {}, {}};
    contents.index = index_of(input, contents.headings);
    contents.list = contents_list(input, contents.index);
    return contents;
  });
}

bool starts_with_digit(std::string_view text) { return !text.empty() && text.front() >= '0' && text.front() <= '9'; }

/// Adds what stands between quotation marks behind every `name` of the source. No id is longer than what is looked through for its end.
void add_ids(std::string_view bytes, std::string_view name, std::vector<std::string>& ids) {
  constexpr std::size_t longest = 200;
  for (std::size_t at = find_part(bytes, name); at != std::string_view::npos; at = find_part(bytes, name, at + 1)) {
    const std::size_t begin = at + name.size();
    if (begin >= bytes.size()) return;
    const bool quoted = bytes[begin] == '"' || bytes[begin] == '\'';
    const std::string_view id = bytes.substr(quoted ? begin + 1 : begin, longest);
    const std::size_t end = id.find_first_of(quoted ? bytes.substr(begin, 1) : std::string_view(" }>\n"));
    if (end != std::string_view::npos) ids.push_back(loose_slug(id.substr(0, end)));
  }
}

}  // namespace

std::string loose_slug(std::string_view text) {
  const std::string folded = fold(text);
  std::string slug;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(folded, at);
    if (is_letter(c) || is_digit(c) || continues_word(c)) slug.append(folded, begin, at - begin);
  }
  return slug;
}

std::vector<std::string> known_anchors(const CheckInput& input) {
  std::vector<std::string> anchors;
  for (std::size_t s = 1; s < input.article.sections.size(); ++s) {
    const std::string_view heading = input.article.heading_text(input.article.sections[s]);
    anchors.push_back(loose_slug(heading));
    // Some generators leave out what stands before the first letter.
    if (starts_with_digit(heading))
      anchors.push_back(loose_slug(heading.substr(std::min(heading.find_first_not_of("0123456789.): "), heading.size()))));
  }
  for (const Label& label : input.article.labels) anchors.push_back(loose_slug(label.name));
  const std::string_view bytes = input.source.view({0, static_cast<std::uint32_t>(input.source.bytes.size())});
  for (const std::string_view name : {"id=", "name=", "{#", "{: #"}) add_ids(bytes, name, anchors);
  std::sort(anchors.begin(), anchors.end());
  return anchors;
}

bool is_known_anchor(const std::vector<std::string>& known, std::string_view target) {
  std::string slug = loose_slug(target);
  if (std::binary_search(known.begin(), known.end(), slug)) return true;
  while (!slug.empty() && slug.back() >= '0' && slug.back() <= '9') slug.pop_back();
  return std::binary_search(known.begin(), known.end(), slug);
}

void check_contents(const Refers& rule, const CheckInput& input, std::vector<Finding>& findings) {
  const Contents& contents = contents_of(input);
  const ConditionTest test(rule.conditions, input);
  for (const Entry& entry : contents.list.entries) {
    if (has_heading(contents.index, entry) || !holds_at(test, input, entry.plain)) continue;
    findings.push_back(
        {.severity = rule.severity, .source = entry.source, .message = fill(rule.message, {{"found", entry.text}}), .related = {}});
  }
}

namespace {

bool is_listed(const ContentsList& list, const Entry& heading) {
  return std::any_of(list.entries.begin(), list.entries.end(), [&](const Entry& entry) {
    return entry.key == heading.key || entry.stems == heading.stems ||
           (!entry.anchor.empty() && loose_slug(entry.anchor) == loose_slug(heading.text));
  });
}

void tell_unlisted(const Refers& rule, const CheckInput& input, const ConditionTest& test, const ContentsList& list, const Heading& heading,
                   std::vector<Finding>& findings) {
  const Section& section = input.article.sections[heading.section];
  const Block& block = input.article.blocks[section.heading];
  const IndexRange words = words_of_block(input, block);
  if (words.empty() || !test.holds(input.units.sentences_of_text[block.texts.begin].begin, words)) return;
  findings.push_back({.severity = rule.severity,
                      .source = block.source,
                      .message = fill(rule.message, {{"found", heading.entry.text}}),
                      .related = {{input.article.blocks[list.block].source, "the contents list"}}});
}

}  // namespace

void check_contents_sections(const Refers& rule, const CheckInput& input, std::vector<Finding>& findings) {
  const Contents& contents = contents_of(input);
  const std::vector<Heading>& headings = contents.headings;
  const ContentsList& list = contents.list;
  if (list.block == no_index) return;
  if (list.entries.size() * headings.size() > most_title_pairs) return;
  // Entries in other words than the headings leave open what they stand for.
  const auto is_heading = [&](const Entry& entry) { return contents.index.keys.contains(entry.key); };
  if (!std::all_of(list.entries.begin(), list.entries.end(), is_heading)) return;
  const ConditionTest test(rule.conditions, input);
  for (std::uint8_t level = 1; level <= 6; ++level) {
    std::vector<const Heading*> missing;
    std::size_t present = 0;
    for (const Heading& heading : headings) {
      const Section& section = input.article.sections[heading.section];
      if (section.level != level || input.article.blocks[section.heading].implied || section.heading < list.block) continue;
      const bool numbered = starts_with_digit(input.article.heading_text(section));
      is_listed(list, heading.entry) ? void(++present) : numbered ? void() : missing.push_back(&heading);
    }
    if (present < 3 || missing.size() * 3 > present) continue;
    for (const Heading* heading : missing) {
      if (heading != &headings.back()) tell_unlisted(rule, input, test, list, *heading, findings);
    }
  }
}

namespace {

/// Links of the contents list that lead nowhere because there is no such section: the contents check speaks of these.
std::vector<Span> entries_without_section(const CheckInput& input) {
  const Contents& contents = contents_of(input);
  std::vector<Span> spans;
  for (const Entry& entry : contents.list.entries) {
    if (!has_heading(contents.index, entry)) spans.push_back(entry.source);
  }
  std::sort(spans.begin(), spans.end());
  return spans;
}

/// The outermost list that a block stands in, or the block itself.
std::uint32_t outermost(const Article& article, std::uint32_t block) {
  while (article.blocks[block].parent != no_index) block = article.blocks[block].parent;
  return block;
}

bool is_broken(const std::vector<std::string>& known, const std::string& target) {
  if (!target.starts_with('#') || target.size() < 2 || target.find_first_of("{%") != std::string::npos) return false;
  const std::string_view anchor = std::string_view(target).substr(1);
  return anchor != "top" && !anchor.starts_with("fn") && !loose_slug(anchor).empty() && !is_known_anchor(known, anchor);
}

}  // namespace

void check_anchors(const Refers& rule, const CheckInput& input, std::vector<Finding>& findings) {
  if (input.article.sections.size() < 3) return;
  const std::vector<std::string> known = known_anchors(input);
  const ConditionTest test(rule.conditions, input);
  std::vector<Span> told;  // filled at the first broken link
  bool looked = false;
  std::uint32_t last = no_index;                 // outermost block of the finding before
  std::map<std::string, std::size_t> of_target;  // index of the finding that speaks of it
  for (const TextRun& run : input.article.texts) {
    for (std::uint32_t i = run.inlines.begin; i < run.inlines.end; ++i) {
      const Inline& span = input.article.inlines[i];
      if (span.kind != InlineKind::link || span.link == no_index || !is_broken(known, input.article.links[span.link].target)) continue;
      if (!looked) told = entries_without_section(input);
      looked = true;
      const auto entry =
          std::upper_bound(told.begin(), told.end(), span.source.end, [](std::uint32_t end, Span one) { return end <= one.begin; });
      if (entry != told.begin() && std::prev(entry)->overlaps(span.source)) continue;
      if (!holds_at(test, input, span.plain)) continue;
      const std::uint32_t block = outermost(input.article, run.block);
      // One finding for a list of them, and for all that lead to one name.
      const auto [known_target, is_new] =
          of_target.emplace(input.article.links[span.link].target, findings.size() - (block == last ? 1 : 0));
      if (!is_new || block == last) {
        findings[known_target->second].related.push_back({span.source, "this one too"});
        continue;
      }
      last = block;
      findings.push_back({.severity = rule.severity,
                          .source = span.source,
                          .message = fill(rule.message, {{"found", input.article.links[span.link].target}}),
                          .related = {}});
    }
  }
}

}  // namespace stet
