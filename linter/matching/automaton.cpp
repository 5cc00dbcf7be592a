#include "matching/automaton.h"

#include <xxhash.h>

#include <algorithm>
#include <set>
#include <utility>

#include "matching/list_hits.h"
#include "matching/search.h"
#include "matching/tables.h"
#include "units/rows.h"

namespace stet {

/// Patterns that are looked for in a sentence when somebody first asks for one of them there.
class Matches::WhereAsked {
 public:
  WhereAsked(const std::vector<Automaton::Part>& parts, const std::vector<SlotNumbers>& slots, const Article& article, const Units& units,
             std::vector<LemmaId> lemmas)
      : units_(units), lemmas_(std::move(lemmas)), searched_(units.sentences.size(), false), found_(units.sentences.size()) {
    searches_.reserve(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) searches_.emplace_back(*parts[i].where_asked, slots[i], article, units, lemmas_);
  }

  /// Ascending by slot.
  const std::vector<Match>& in(std::uint32_t sentence, const Matches& others) {
    if (!searched_[sentence]) {
      const std::span<const ListHit> hits = list_hits_in(others, units_.sentences[sentence].words);
      for (Search& search : searches_) search.add_matches(sentence, hits, found_[sentence]);
      searched_[sentence] = true;
    }
    return found_[sentence];
  }

  const std::vector<Match>& of(std::uint32_t slot, std::uint32_t slots, const Matches& others) {
    if (by_slot_.empty()) {
      by_slot_.resize(slots);
      for (std::uint32_t sentence = 0; sentence < searched_.size(); ++sentence) {
        for (const Match& match : in(sentence, others)) by_slot_[match.pattern].push_back(match);
      }
    }
    return by_slot_[slot];
  }

 private:
  const Units& units_;
  std::vector<LemmaId> lemmas_;
  std::vector<Search> searches_;
  std::vector<bool> searched_;               // by sentence
  std::vector<std::vector<Match>> found_;    // by sentence
  std::vector<std::vector<Match>> by_slot_;  // of all sentences; empty until somebody asks for those
};

const std::vector<Match>& Matches::of(PatternId pattern) const {
  const PatternSlot slot = (*slots_)[pattern];
  if (slot.sought == Sought::everywhere) return everywhere_[slot.number];
  return where_asked_->of(slot.number, static_cast<std::uint32_t>(slots_->size()), *this);
}

std::uint32_t Matches::slot_of(PatternId pattern) const {
  const PatternSlot slot = (*slots_)[pattern];
  return slot.sought == Sought::everywhere ? slot.number : no_index;
}

std::span<const Match> Matches::in(PatternId pattern, std::uint32_t sentence) const {
  const PatternSlot slot = (*slots_)[pattern];
  if (slot.sought == Sought::where_asked) {
    const std::vector<Match>& matches = where_asked_->in(sentence, *this);
    const auto below = [](const Match& match, std::uint32_t wanted) { return match.pattern < wanted; };
    const auto first = std::lower_bound(matches.begin(), matches.end(), slot.number, below);
    return {first, std::lower_bound(first, matches.end(), slot.number + 1, below)};
  }
  const auto before = [](const Match& match, std::uint32_t wanted) { return match.sentence < wanted; };
  const std::vector<Match>& matches = everywhere_[slot.number];
  const auto first = std::lower_bound(matches.begin(), matches.end(), sentence, before);
  return {first, std::lower_bound(first, matches.end(), sentence + 1, before)};
}

Automaton::Automaton(std::vector<Part> parts, std::vector<Place> places) : parts_(std::move(parts)), places_(std::move(places)) {
  for (const Sought sought : {Sought::everywhere, Sought::where_asked}) {
    const auto side = static_cast<std::size_t>(sought);
    for (const Part& part : parts_) slots_of_[side].emplace_back(part.tables(sought).keeps_all.size(), no_index);
  }
  const auto slot_at = [&](const Place& place) -> std::uint32_t& {
    return slots_of_[static_cast<std::size_t>(place.sought)][place.part][place.number];
  };
  for (const Place& place : places_) slot_at(place) = 0;
  for (const std::size_t side : {0U, 1U}) {
    for (SlotNumbers& numbers : slots_of_[side]) {
      for (std::uint32_t& number : numbers) {
        if (number != no_index) number = slot_counts_[side]++;
      }
    }
  }
  slots_.reserve(places_.size());
  for (const Place& place : places_) slots_.push_back({place.sought, slot_at(place)});
}

namespace {

/// Adds the hits of lists that only the tables of `more` know.
void add_hits(const Automaton::Tables& known, std::vector<ListHit> more, std::vector<ListHit>& hits) {
  std::set<ListId> lists;
  for (const auto& [name, id] : known.list_ids) lists.insert(id);
  std::erase_if(more, [&](const ListHit& hit) { return lists.contains(hit.list); });
  const auto middle = static_cast<std::ptrdiff_t>(hits.size());
  hits.insert(hits.end(), more.begin(), more.end());
  std::inplace_merge(hits.begin(), hits.begin() + middle, hits.end(),
                     [](const ListHit& a, const ListHit& b) { return a.words.begin < b.words.begin; });
}

/// Reads each row of a label and a cell as one sentence, and keeps what neither of the two holds by itself.
void search_across_cells(Search& search, const Article& article, const Units& units, Matches& matches) {
  constexpr std::uint32_t longest = 12;  // words
  for (std::uint32_t sentence = 0; sentence < units.sentences.size(); ++sentence) {
    const auto label = label_of_row(article, units, sentence);
    const IndexRange cell = units.sentences[sentence].words;
    if (!label || label->size() + cell.size() > longest) continue;
    search.add_across_cells(*label, sentence, list_hits_in(matches, {label->begin, cell.end}), matches.across_cells);
  }
}

/// All that the tables hold, in all sentences.
std::vector<ListHit> search_all(Search& search, std::uint32_t sentences, std::vector<std::vector<Match>>& by_slot) {
  // What a pattern that matches at all may match in an article, without its matches being moved.
  constexpr std::size_t few_matches = 4;
  std::vector<ListHit> hits;
  std::vector<Match> matches;
  for (std::uint32_t sentence = 0; sentence < sentences; ++sentence) {
    const std::size_t first_hit = hits.size();
    search.add_list_hits(sentence, hits);
    search.add_matches(sentence, std::span(hits).subspan(first_hit), matches);
    for (Match& match : matches) {
      std::vector<Match>& kept = by_slot[match.pattern];
      if (kept.capacity() == 0) kept.reserve(few_matches);
      kept.push_back(std::move(match));
    }
    matches.clear();
  }
  return hits;
}

}  // namespace

Matches Automaton::find(const Article& article, const Units& units, const Vocabulary& vocabulary) const {
  Matches matches;
  matches.slots_ = &slots_;
  std::vector<LemmaId> lemmas = lemmas_of(units, vocabulary);
  const auto& [everywhere, where_asked] = slots_of_;
  matches.everywhere_.resize(slot_counts_[static_cast<std::size_t>(Sought::everywhere)]);
  for (std::size_t part = 0; part < parts_.size(); ++part) {
    Search search(*parts_[part].everywhere, everywhere[part], article, units, lemmas);
    std::vector<ListHit> hits = search_all(search, static_cast<std::uint32_t>(units.sentences.size()), matches.everywhere_);
    if (part == 0) {
      matches.list_hits = std::move(hits);
    } else {
      add_hits(*parts_.front().everywhere, std::move(hits), matches.list_hits);
    }
    search_across_cells(search, article, units, matches);
  }
  std::stable_sort(matches.across_cells.begin(), matches.across_cells.end(),
                   [](const Match& a, const Match& b) { return a.pattern < b.pattern; });
  matches.where_asked_ = std::make_shared<Matches::WhereAsked>(parts_, where_asked, article, units, std::move(lemmas));
  return matches;
}

bool captures_agree(const Units& units, const Vocabulary& vocabulary, const Match& found, const Match& beside) {
  const auto lemma = [&](std::uint32_t word) { return vocabulary.form(units.words[word].form).lemma; };
  const auto alike = [&](IndexRange a, IndexRange b) {
    if (a.size() != b.size()) return false;
    for (std::uint32_t i = 0; i < a.size(); ++i) {
      if (lemma(a.begin + i) != lemma(b.begin + i)) return false;
    }
    return true;
  };
  return std::none_of(beside.captures.begin(), beside.captures.end(), [&](const Capture& capture) {
    return std::any_of(found.captures.begin(), found.captures.end(),
                       [&](const Capture& other) { return other.name == capture.name && !alike(other.words, capture.words); });
  });
}

const std::vector<std::string>& Automaton::capture_names() const { return parts_.back().everywhere->capture_names; }

ListId Automaton::list_id(std::string_view name) const {
  for (const Part& part : parts_) {
    if (const ListId id = part.everywhere->list_id(name); id != no_index) return id;
  }
  return no_index;
}

std::uint64_t PatternPhrases::key() const {
  std::uint64_t key = (keeps_all ? 1U : 0U) + (sought == Sought::everywhere ? 0U : 2U);
  for (const WrittenPhrase& phrase : phrases)
    key = XXH3_64bits_withSeed(phrase.text.data(), phrase.text.size(), key + (phrase.regex ? 1U : 0U));
  return key;
}

}  // namespace stet
