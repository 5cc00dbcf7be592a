#include "claims/attributes.h"

#include <algorithm>
#include <array>
#include <limits>

#include "claims/counted.h"
#include "matching/clauses.h"

namespace stet {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::uint32_t farthest = 12;  // words between what tells an attribute and its value

void insert(std::vector<WordKey>& keys, WordKey key) {
  const auto at = std::lower_bound(keys.begin(), keys.end(), key);
  if (at == keys.end() || *at != key) keys.insert(at, key);
}

/// Matches of a pattern that begin in some words.
template <typename Use>
void each_match(const CheckInput& text, PatternId pattern, IndexRange words, const Use& use) {
  const std::vector<Match>& matches = text.matches.of(pattern);
  auto match = std::lower_bound(matches.begin(), matches.end(), words.begin,
                                [](const Match& candidate, std::uint32_t word) { return candidate.words.begin < word; });
  for (; match != matches.end() && match->words.begin < words.end; ++match) {
    if (match->words.end <= words.end) use(*match);
  }
}

std::uint32_t distance(IndexRange a, IndexRange b) {
  if (a.overlaps(b)) return 0;
  return a.begin < b.begin ? b.begin - a.end : a.begin - b.end;
}

/// Does a claim's value have the attribute's kind and unit?
bool has_kind(const Attribute& attribute, const Claim& claim) {
  const Value& value = claim.value;
  if (attribute.unit == weekday_unit || value.unit == weekday_unit) return attribute.unit == value.unit;
  if (attribute.unit == rank_unit || value.unit == rank_unit) return attribute.unit == value.unit;
  if (attribute.unit == "K" && value.unit == degrees_unit) return true;
  if (value.kind != attribute.kind) return false;
  return attribute.unit.empty() || value.unit == attribute.unit || (attribute.kind == TypedKind::time && value.unit != weekday_unit);
}

/// Reads what one attribute's claims tell.
class Teller {
 public:
  Teller(const CheckInput& input, const Attribute& attribute)
      : input_(input), attribute_(attribute), claims_(claims_of(input)), holds_(attribute.conditions, input) {
    if (input.front_matter != nullptr) field_holds_.emplace(attribute.conditions, *input.front_matter);
  }

  std::vector<Told> read() {
    std::vector<Told> told;
    for (const Claim& claim : claims_.claims) {
      if (!claim.asserted || !has_kind(attribute_, claim)) continue;
      if (auto one = tell(claim)) told.push_back(std::move(*one));
    }
    return told;
  }

 private:
  const CheckInput& input_;
  const Attribute& attribute_;
  const Claims& claims_;
  ConditionTest holds_;
  std::optional<ConditionTest> field_holds_;
  IndexRange of_;  // what a phrase captured as `$of`

  const CheckInput& text_of(const Claim& claim) const { return input_of(input_, claim); }

  bool allowed(const Claim& claim) const {
    return (claim.of_front_matter ? *field_holds_ : holds_).holds(claim.sentence, claim.value.words);
  }

  std::optional<Told> tell(const Claim& claim) {
    Told told{.claim = &claim, .owner = claim.owner, .low = claim.value.low, .high = claim.value.high};
    IndexRange by;  // the words that tell the attribute
    of_ = {};
    if (attribute_.counted && claim.place == ClaimPlace::field && is_label(words_of_key(claim.key))) {
      told.owner = Owner{OwnerKind::elided, true, 0, {}, {}};
    } else if (attribute_.counted || attribute_.counts_anything) {
      const auto counted = counted_of(text_of(claim), claim);
      if (!counted || !counts(claim, *counted, by, told)) return std::nullopt;
    } else if (!by_label(claim, by) && !by_words(claim, by)) {
      return std::nullopt;
    }
    if (!allowed(claim)) return std::nullopt;
    told.by = by;
    own(claim, by, told);
    if (!of_.empty()) told.owner = owner_named(text_of(claim), of_);
    stand_for_article(claim, told);
    add_circumstances(claim, by, told);
    bound(claim, told);
    return told;
  }

  /// Does the claim say how many there are in all, of what the attribute counts?
  bool counts(const Claim& claim, const Counted& counted, IndexRange& by, Told& told) const {
    const CheckInput& text = text_of(claim);
    const bool in_table = claim.place == ClaimPlace::cell || claim.place == ClaimPlace::label;
    if (attribute_.counts_anything && in_table) return false;
    const std::uint32_t behind = counted.words.end;
    const bool goes_on = behind + 1 < text.units.sentences[claim.sentence].words.end && form_of(text, behind).text == "and" &&
                         !looks_like_verb(form_of(text, behind + 1)) && claim.value.words.end <= counted.words.begin;
    if (goes_on) return false;  // "52 wells and pumps"
    if (attribute_.counted) {
      each_match(text, *attribute_.counted, counted.words, [&](const Match& match) { by = match.words; });
      if (by.empty()) return false;
    } else {
      by = counted.words;
    }
    for (const WordKey key : counted.keys) {
      bool told_by_noun = false;
      for (std::uint32_t w = by.begin; w < by.end; ++w) told_by_noun = told_by_noun || key_of(text, form_of(text, w).stem) == key;
      if (!told_by_noun || !attribute_.counted) insert(told.counted, key);
    }
    const bool line = claim.place == ClaimPlace::title || claim.place == ClaimPlace::heading || claim.place == ClaimPlace::cell ||
                      claim.place == ClaimPlace::label || claim.place == ClaimPlace::field;
    if (line || counted.determined) {
      told.owner = Owner{OwnerKind::elided, true, 0, {}, {}};
      return !is_part(text, claim);
    }
    bool holds = false;
    each_match(text, attribute_.says, text.units.sentences[claim.sentence].words, [&](const Match& match) {
      const std::uint32_t first = claim.value.words.begin;
      holds = holds || (match.words.end <= first && match.words.end + 2 >= first) ||
              (match.words.begin >= counted.words.end && match.words.begin <= counted.words.end + 2);
    });
    if (holds || !attribute_.counts_anything) return holds;
    // "We drilled forty-one wells" says how many only to who reads of so many wells in the title.
    const std::uint32_t first = claim.value.words.begin;
    told.loose =
        claim.owner.head == 0 && first > text.units.sentences[claim.sentence].words.begin && looks_like_verb(form_of(text, first - 1));
    return told.loose;
  }

  /// "The first three chapters", "the other 12 rooms", "two of the …".
  static bool is_part(const CheckInput& text, const Claim& claim) {
    const std::uint32_t first = claim.value.words.begin;
    const std::uint32_t begin = text.units.sentences[claim.sentence].words.begin;
    const std::uint32_t next = claim.value.words.end;
    const std::string_view before = first > begin ? std::string_view(form_of(text, first - 1).text) : std::string_view();
    if (next < text.units.words.size() && form_of(text, next).text == "of") return before != "all" && before != "both";
    return before == "first" || before == "last" || before == "other" || before == "next" || before == "remaining";
  }

  /// Is one of the attribute's labels what the head, the label or the key says?
  bool by_label(const Claim& claim, IndexRange& by) const {
    if (!claim.key.empty() && is_label(words_of_key(claim.key))) return true;
    for (const IndexRange label : claim.labels) {
      each_match(text_of(claim), attribute_.says, label, [&](const Match& match) { by = match.words; });
      if (!by.empty()) return true;
      std::vector<std::string> words;
      for (std::uint32_t w = label.begin; w < label.end; ++w) words.push_back(lemma_key(form_of(text_of(claim), w).text));
      const IndexRange found = label_in(words);
      if (found.empty()) continue;
      by = {label.begin + found.begin, label.begin + found.end};
      return true;
    }
    return false;
  }

  static std::vector<std::string> words_of_key(std::string_view key) {
    std::vector<std::string> words;
    std::string word;
    const auto flush = [&] {
      if (!word.empty()) words.push_back(lemma_key(word));
      word.clear();
    };
    for (const char c : key) {
      const bool upper = c >= 'A' && c <= 'Z';
      const bool letter = upper || (c >= 'a' && c <= 'z');
      if (!letter || upper) flush();
      if (letter) word += upper ? static_cast<char>(c - 'A' + 'a') : c;
    }
    flush();
    return words;
  }

  bool is_label(const std::vector<std::string>& words) const { return !label_in(words).empty(); }

  /// Where the longest of the attribute's labels stands among some words.
  IndexRange label_in(const std::vector<std::string>& words) const {
    IndexRange longest;
    for (const std::vector<std::string>& label : attribute_.labels) {
      const auto found = std::search(words.begin(), words.end(), label.begin(), label.end());
      if (found == words.end() || label.size() <= longest.size()) continue;
      longest.begin = static_cast<std::uint32_t>(found - words.begin());
      longest.end = longest.begin + static_cast<std::uint32_t>(label.size());
    }
    return longest;
  }

  /// Do words near the value, with no other value of the kind between, tell the attribute?
  bool by_words(const Claim& claim, IndexRange& by) {
    if (claim.place == ClaimPlace::cell || claim.place == ClaimPlace::field) return false;
    const CheckInput& text = text_of(claim);
    std::uint32_t nearest = farthest + 1;
    each_match(text, attribute_.says, text.units.sentences[claim.sentence].words, [&](const Match& match) {
      const bool inside = match.words.overlaps(claim.words) || match.words.overlaps(claim.owner.words);
      const std::uint32_t away = distance(match.words, claim.value.words);
      if (!inside || away >= nearest || another_between(claim, match.words)) return;
      nearest = away;
      by = match.words;
      of_ = captured_of(text, match);
    });
    return nearest <= farthest;
  }

  static IndexRange captured_of(const CheckInput& text, const Match& match) {
    for (const Capture& capture : match.captures) {
      if (text.capture_names[capture.name] == "of") return capture.words;
    }
    return {};
  }

  /// The thing that a phrase names itself: "two kilometres to $of:*".
  Owner owner_named(const CheckInput& text, IndexRange words) const {
    Owner owner{OwnerKind::nominal, false, 0, {}, words};
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      if (!is_content(form_of(text, w))) continue;
      owner.head = key_of(text, form_of(text, w).stem);
      insert(owner.keys, owner.head);
    }
    owner.topic = std::includes(claims_.topic.begin(), claims_.topic.end(), owner.keys.begin(), owner.keys.end());
    return owner;
  }

  /// Stands another value of the kind between the words and the value, or nearer to the words on their other side?
  bool another_between(const Claim& claim, IndexRange words) const {
    const std::uint32_t away = distance(words, claim.value.words);
    const auto [begin, end] = of_sentence(claim);
    return std::any_of(begin, end, [&](const Claim& other) {
      return &other != &claim && has_kind(attribute_, other) && distance(words, other.value.words) < away;
    });
  }

  /// The claims of a claim's sentence.
  std::pair<std::vector<Claim>::const_iterator, std::vector<Claim>::const_iterator> of_sentence(const Claim& claim) const {
    const auto before = [](const Claim& a, const Claim& b) {
      return a.of_front_matter != b.of_front_matter ? a.of_front_matter : a.sentence < b.sentence;
    };
    return std::equal_range(claims_.claims.begin(), claims_.claims.end(), claim, before);
  }

  /// Whose attribute it is: what is left of the owner's words, and of the labels', without those that tell the attribute.
  void own(const Claim& claim, IndexRange by, Told& told) const {
    const CheckInput& text = text_of(claim);
    if (attribute_.counted || attribute_.counts_anything) {
      if (claim.value.words.overlaps(claim.owner.words)) told.owner = Owner{OwnerKind::elided, true, 0, {}, {}};
      return;
    }
    std::vector<IndexRange> named;
    if (!claim.owner.words.empty() && claim.owner.kind != OwnerKind::pronoun) named.push_back(claim.owner.words);
    const bool told_inside = by.overlaps(claim.owner.words) || claim.value.words.overlaps(claim.owner.words);
    if (claim.labels.empty() && !told_inside) return;
    const bool by_row = claim.alone && !claim.labels.empty() && by.overlaps(claim.labels.front());
    for (std::size_t i = 0; i < (by_row ? 1 : claim.labels.size()); ++i) named.push_back(claim.labels[i]);
    Owner left{OwnerKind::elided, true, 0, {}, {}};
    for (const IndexRange words : named) {
      for (std::uint32_t w = words.begin; w < words.end; ++w) {
        const Form& form = form_of(text, w);
        if (by.contains(w) || claim.value.words.contains(w) || !is_content(form) || (form.flags & form_number) != 0) continue;
        if ((text.units.words[w].flags & word_symbol) != 0) continue;
        // "Status: opening planned for 2032" is of the article's thing.
        if (claim.place == ClaimPlace::label && !claim.owner.words.contains(w) && is_thing(text, {w, w + 1})) continue;
        const WordKey key = key_of(text, form.stem);
        insert(left.keys, key);
        left.head = key;
        left.kind = claim.owner.words.contains(w) ? claim.owner.kind : OwnerKind::nominal;
        left.words = left.words.empty() ? IndexRange{w, w + 1} : cover(left.words, {w, w + 1});
      }
    }
    left.topic = std::includes(claims_.topic.begin(), claims_.topic.end(), left.keys.begin(), left.keys.end());
    if (!left.topic && left.keys == claim.owner.keys) left.topic = claim.owner.topic;
    told.owner = left;
  }

  /// From the sentence's opening to the end of the comma's clause that holds the value: what stands behind is another matter.
  IndexRange reach_of(const Claim& claim) const {
    if (claim.value.words.overlaps(claim.owner.words)) return claim.owner.words;
    const bool line = claim.place != ClaimPlace::prose && claim.place != ClaimPlace::caption && claim.owner.words.empty();
    if (line) return claim.words;
    const CheckInput& text = text_of(claim);
    const IndexRange clause = clause_of(text.article, text.units, text.vocabulary, claim.sentence, claim.value.words.begin);
    return {std::min(claim.words.begin, claim.value.words.begin), std::max(std::min(claim.words.end, clause.end), claim.value.words.end)};
  }

  /// "The company" of an article about one, and whatever gives an attribute that is always the article's.
  void stand_for_article(const Claim& claim, Told& told) const {
    if (told.owner.topic) return;
    if (attribute_.of_article) {
      told.owner.topic = told.owner.kind != OwnerKind::name;
    } else if (told.owner.kind == OwnerKind::generic && told.owner.keys.size() == 1) {
      told.owner.topic = is_thing(text_of(claim), told.owner.words) && !other_named_before(claim);
    }
  }

  bool is_thing(const CheckInput& text, IndexRange words) const {
    const auto& hits = text.matches.list_hits;
    auto hit = std::lower_bound(hits.begin(), hits.end(), words.begin,
                                [](const ListHit& candidate, std::uint32_t begin) { return candidate.words.begin < begin; });
    for (; hit != hits.end() && hit->words.begin < words.end; ++hit) {
      if (hit->list == attribute_.things && hit->words.end == words.end) return true;
    }
    return false;
  }

  /// Does the sentence before, in the same section, name another thing? Then "the company" may be that one.
  bool other_named_before(const Claim& claim) const {
    const CheckInput& text = text_of(claim);
    if (claim.sentence == 0 || text.units.sentences[claim.sentence - 1].section != text.units.sentences[claim.sentence].section)
      return false;
    const IndexRange words = text.units.sentences[claim.sentence - 1].words;
    for (std::uint32_t w = words.begin + 1; w < words.end; ++w) {
      if ((text.units.words[w].flags & word_capitalized) == 0 || !is_content(form_of(text, w))) continue;
      const WordKey key = key_of(text, form_of(text, w).stem);
      if (!std::binary_search(claims_.topic.begin(), claims_.topic.end(), key)) return true;
    }
    return false;
  }

  void add_circumstances(const Claim& claim, IndexRange by, Told& told) const {
    const CheckInput& text = text_of(claim);
    const IndexRange reach = reach_of(claim);
    add_hits(text, reach, attribute_.circumstances, told);
    add_hits(text, claim.opening, attribute_.circumstances, told);
    add_hits(text, {reach.end, text.units.sentences[claim.sentence].words.end}, attribute_.exceptions, told);
    const bool by_row = claim.alone && !claim.labels.empty() && by.overlaps(claim.labels.front());
    for (std::size_t i = 0; i < (by_row ? 1 : claim.labels.size()); ++i) add_hits(text, claim.labels[i], attribute_.circumstances, told);
    if (attribute_.apart) {
      each_match(text, *attribute_.apart, reach, [&](const Match& match) {
        insert(told.apart, 2 * static_cast<WordKey>(match.alternative) + 1);
        told.apart_words.push_back(match.words);
      });
    }
    add_dates(claim, reach, told);
    if (attribute_.kind != TypedKind::percent) add_rate(text, claim, told);
    if (claim.of_front_matter || claim.place == ClaimPlace::heading) return;
    for (std::uint32_t section = text.units.sentences[claim.sentence].section; section > 0;
         section = text.article.sections[section].parent) {
      const IndexRange heading = words_of_heading(text, section);
      if (heading != claims_.title) add_hits(text, heading, attribute_.circumstances, told);
    }
  }

  /// A year or a date says when: what holds in one need not hold in the next.
  void add_dates(const Claim& claim, IndexRange reach, Told& told) const {
    if (attribute_.kind == TypedKind::date) return;
    const auto [begin, end] = of_sentence(claim);
    for (auto other = begin; other != end; ++other) {
      if (other->value.kind != TypedKind::date || !reach.contains(other->value.words.begin)) continue;
      insert(told.apart, std::hash<double>{}(other->value.low));
      told.apart_words.push_back(other->value.words);
    }
  }

  static IndexRange words_of_heading(const CheckInput& text, std::uint32_t section) {
    const Block& block = text.article.blocks[text.article.sections[section].heading];
    if (block.texts.empty()) return {};
    const IndexRange sentences = text.units.sentences_of_text[block.texts.begin];
    return sentences.empty() ? IndexRange{} : text.units.sentences[sentences.begin].words;
  }

  /// Circumstances among some words. What the title names is none: it holds throughout.
  void add_hits(const CheckInput& text, IndexRange words, ListId list, Told& told) const {
    const auto& hits = text.matches.list_hits;
    auto hit = std::lower_bound(hits.begin(), hits.end(), words.begin,
                                [](const ListHit& candidate, std::uint32_t begin) { return candidate.words.begin < begin; });
    for (; hit != hits.end() && hit->words.begin < words.end; ++hit) {
      if (hit->list != list || hit->words.overlaps(told.claim->value.words) || hit->words.overlaps(told.by)) continue;
      // "Before you go" is no circumstance.
      const bool heads = !text.units.sentences[told.claim->sentence].words.contains(hit->words.begin);
      if (heads && (form_of(text, hit->words.begin).flags & form_stop_word) != 0) continue;
      const bool in_date = attribute_.kind == TypedKind::date && distance(hit->words, told.claim->value.words) <= 2;
      if (in_date) continue;  // "in the spring of 1987"
      const WordKey key = key_of(text, form_of(text, hit->words.begin).stem);
      if (std::binary_search(claims_.topic.begin(), claims_.topic.end(), key)) continue;
      insert(told.apart, 2 * static_cast<WordKey>(hit->entry));
      told.apart_words.push_back(hit->words);
    }
  }

  /// "a month" behind $5, "per person", "each".
  static void add_rate(const CheckInput& text, const Claim& claim, Told& told) {
    const std::uint32_t end = text.units.sentences[claim.sentence].words.end;
    const std::uint32_t next = claim.value.words.end;
    if (next >= end) return;
    const std::string& word = form_of(text, next).text;
    if (word == "each" || word == "apiece") insert(told.apart, key_of(text, form_of(text, next).stem));
    const std::string_view gap = text.article.text({text.units.words[next - 1].plain.end, text.units.words[next].plain.begin});
    if (gap == "/") insert(told.apart, key_of(text, form_of(text, next).stem));
    if (next + 1 < end && (word == "per" || word == "a" || word == "an") && is_content(form_of(text, next + 1)))
      insert(told.apart, key_of(text, form_of(text, next + 1).stem));
  }

  /// "From $99" has no upper end.
  void bound(const Claim& claim, Told& told) const {
    const CheckInput& text = text_of(claim);
    if (claim.value.kind == TypedKind::date || claim.value.kind == TypedKind::time || told.low != told.high) return;
    const std::uint32_t begin = text.units.sentences[claim.sentence].words.begin;
    std::uint32_t w = claim.value.words.begin;
    if (w > begin && (form_of(text, w - 1).text == "only" || form_of(text, w - 1).text == "just" || form_of(text, w - 1).text == "at")) --w;
    if (w == begin) return;
    const std::string& before = form_of(text, w - 1).text;
    if (before == "from" || before == "starts" || before == "starting" || before == "start") told.high = infinity;
  }
};

}  // namespace

std::vector<Told> told_by(const CheckInput& input, const Attribute& attribute) { return Teller(input, attribute).read(); }

}  // namespace stet
