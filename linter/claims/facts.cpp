#include "claims/facts.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "claims/claim.h"
#include "claims/headings.h"
#include "claims/keys.h"
#include "claims/title.h"
#include "matching/list_hits.h"
#include "units/within.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr std::uint32_t farthest_owner = 64;  ///< statements before "its" in which what it stands for is named

/// The statement of the sentence that holds a word, or no_index: statements are in document order.
std::uint32_t statement_at(const Statements& all, std::uint32_t word) {
  auto next = std::upper_bound(all.statements.begin(), all.statements.end(), word,
                               [](std::uint32_t at, const Statement& statement) { return at < statement.words.begin; });
  if (next == all.statements.begin()) return no_index;
  --next;
  return next->words.contains(word) ? static_cast<std::uint32_t>(next - all.statements.begin()) : no_index;
}

std::vector<StemId> stems_of(const CheckInput& input, IndexRange words) {
  std::vector<StemId> stems;
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    if ((form_of(input, w).flags & form_stop_word) == 0) stems.push_back(form_of(input, w).stem);
  }
  std::sort(stems.begin(), stems.end());
  return stems;
}

std::vector<WordKey> keys_of(const CheckInput& input, IndexRange words) {
  std::vector<WordKey> keys;
  for (const StemId stem : stems_of(input, words)) keys.push_back(key_of(input, stem));
  std::sort(keys.begin(), keys.end());
  return keys;
}

Name name_of(const CheckInput& input, IndexRange words) {
  std::uint32_t of = words.begin;
  while (of < words.end && form_of(input, of).text != "of") ++of;
  return {keys_of(input, {words.begin, of}), keys_of(input, {of, words.end})};
}

/// The proper noun that begins at a word, or nothing.
std::optional<IndexRange> proper_at(const CheckInput& input, std::uint32_t word) {
  for (const Typed& typed : typed_within(input.units, {word, word + 1})) {
    if (typed.kind == TypedKind::proper) return typed.words;
  }
  return std::nullopt;
}

/// Names from a word on: "Lyon, France", "Ada Quill and Tom Reed". At most four.
void read_names(const CheckInput& input, Fact& fact, std::uint32_t end) {
  std::uint32_t word = fact.value_words.begin;
  while (fact.names.size() < 4) {
    const auto name = proper_at(input, word);
    if (!name || name->end > end) return;
    fact.names.push_back(name_of(input, *name));
    fact.value_words.end = std::max(fact.value_words.end, name->end);
    if (name->end >= end) return;
    const std::string_view gap = gap_before(input, name->end);
    const std::string_view next = input.vocabulary.form(input.units.words[name->end].form).text;
    if (next == "and" && name->end + 1 < end) {
      word = name->end + 1;
    } else if (gap == ", ") {
      word = name->end;
    } else {
      return;
    }
  }
}

/// Is what is matched said of the subject itself: "X was founded in", "X is a party that was founded in", "Founded in 1902, X"? Not "X
/// stands where a town was founded in".
bool said_of_subject(const CheckInput& input, const Statement& statement, const Subject& subject, IndexRange words) {
  const auto form = [&](std::uint32_t w) -> const Form& { return input.vocabulary.form(input.units.words[w].form); };
  std::uint32_t word = std::max(statement.words.begin, words.begin > subject.words.begin ? subject.words.end : words.begin);
  const bool predicate = word + 1 < words.begin && (form(word).flags & form_be) != 0 && is(form(word + 1), WordClass::article);
  if (predicate) word += 2;
  if ((input.units.words[words.begin].flags & word_bracketed) != 0 && words.begin > subject.words.end) return false;
  for (; word < words.begin; ++word) {
    const std::string_view text = form(word).text;
    const bool relative = predicate && is(form(word), WordClass::relative_pronoun);
    if (!relative && (form(word).flags & form_question) != 0) return false;
    if (text == "that" && !relative) return false;
    if (is(form(word), WordClass::subordinator) || text == "while") return false;
    const bool auxiliary = (form(word).flags & (form_be | form_modal | form_stop_word)) != 0;
    if (!predicate && looks_like_verb(form(word)) && !auxiliary) return false;
  }
  return true;
}

/// Where a denial that ends in the word begins: at the "not" before it, if that is near.
std::uint32_t denied_from(const CheckInput& input, const Statement& statement, std::uint32_t word) {
  constexpr std::uint32_t reach = 4;
  for (std::uint32_t w = word; w > statement.words.begin && word - w < reach; --w) {
    if (denies(input, statement.words, w - 1)) return w - 1;
  }
  return word;
}

/// The subject as far as the phrase that states the fact: "The warranty [runs for five years]", whose verb no form gives away.
Subject before(const CheckInput& input, Subject subject, std::uint32_t word) {
  if (!subject.words.contains(word) || word == subject.words.begin) return subject;
  subject.words.end = word;
  subject.head.clear();
  subject.of.clear();
  bool of = false;
  for (std::uint32_t w = subject.words.begin; w < word; ++w) {
    if (!subject.head.empty() && form_of(input, w).text == "of") of = true;
    if (is_content(form_of(input, w))) (of ? subject.of : subject.head).push_back(form_of(input, w).stem);
  }
  if (subject.head.empty()) subject.kind = SubjectKind::none;
  return subject;
}

/// Content words between the subject and the phrase that states the fact, ascending.
std::vector<WordKey> keys_beside(const CheckInput& input, const Statement& statement, const Subject& subject, std::uint32_t phrase) {
  if (subject.words.end >= phrase || subject.words.begin < statement.words.begin) return {};
  std::vector<WordKey> keys = content_keys(input, {subject.words.end, phrase});
  std::sort(keys.begin(), keys.end());
  return keys;
}

/// "Its architect": of what was last named as a subject in the section, else of what the title names.
Subject possessor(const CheckInput& input, const Statements& all, std::uint32_t statement, std::uint32_t word) {
  Subject owner{SubjectKind::name, {word, word + 1}, 0, {}, {}, {}};
  const std::uint32_t section = input.units.sentences[all.statements[statement].sentence].section;
  const std::uint32_t last = statement - std::min(statement, farthest_owner);
  for (std::uint32_t s = statement; s > last && owner.head.empty(); --s) {
    const Statement& before = all.statements[s - 1];
    if (input.units.sentences[before.sentence].section != section) break;
    if (all.subjects[before.subject].kind == SubjectKind::name) owner.head = all.subjects[before.subject].head;
  }
  if (owner.head.empty()) owner.head = content_stems(input, title_of(input).name);
  if (owner.head.empty()) owner.kind = SubjectKind::none;
  return owner;
}

/// What stands where the phrase captured its value.
void take_value(const Statements& all, const Statement& statement, Fact& fact) {
  for (std::uint32_t i = statement.values.begin; i < statement.values.end; ++i) {
    if (!fact.value_words.contains(all.values[i].words.begin)) continue;
    fact.value = all.values[i];
    if (std::isinf(fact.value->low)) fact.value->low = fact.value->high;  // "holds up to 900": that is the value
  }
}

/// The other dates of the statement: when the fact held.
void take_times(const Statements& all, const Statement& statement, Fact& fact) {
  for (std::uint32_t i = statement.values.begin; i < statement.values.end; ++i) {
    const Value& time = all.values[i];
    if (time.kind == TypedKind::date && time.unit == "day" && !fact.value_words.contains(time.words.begin)) fact.times.push_back(time);
  }
}

std::optional<Fact> read_fact(const CheckInput& input, const Statements& all, const Match& match, ListId wider) {
  Fact fact;
  fact.words = match.words;
  fact.statement = statement_at(all, match.words.end - 1);
  if (fact.statement == no_index) return std::nullopt;
  const Statement& statement = all.statements[fact.statement];
  fact.subject = before(input, all.subjects[statement.subject], match.words.begin);
  fact.negated = statement.negated;
  if (fact.negated) fact.words.begin = denied_from(input, statement, match.words.begin);
  const bool possessed =
      is(form_of(input, match.words.begin), WordClass::possessive) && all.subjects[statement.subject].words.contains(match.words.begin);
  if (possessed) fact.subject = possessor(input, all, fact.statement, match.words.begin);
  if (!possessed && !said_of_subject(input, statement, fact.subject, match.words)) return std::nullopt;
  if (!possessed) fact.beside = keys_beside(input, statement, fact.subject, match.words.begin);
  for (const Capture& capture : match.captures) {
    if (input.capture_names[capture.name] == "value") fact.value_words = capture.words;
    if (input.capture_names[capture.name] == "subject") {
      fact.subject = {SubjectKind::name, capture.words, 0, stems_of(input, capture.words), {}, {}};
    }
  }
  if (fact.value_words.empty()) return std::nullopt;
  take_value(all, statement, fact);
  if (!fact.value) {
    if (const auto name = proper_at(input, fact.value_words.begin)) fact.wider = wider != no_index && is_entry(input.matches, wider, *name);
    read_names(input, fact, statement.words.end);
    if (fact.names.empty()) return std::nullopt;
  }
  take_times(all, statement, fact);
  return fact;
}

bool share_a_word(const std::vector<WordKey>& a, const std::vector<WordKey>& b) {
  return std::any_of(a.begin(), a.end(), [&](WordKey word) { return std::binary_search(b.begin(), b.end(), word); });
}

/// "Quill" is Ada Quill, "Ada Quill of Harlow" too; the universities of Leeds and of York are two.
bool one_name(const Name& a, const Name& b) {
  return share_a_word(a.head, b.head) && (a.of.empty() || b.of.empty() || share_a_word(a.of, b.of));
}

/// The first names, which say most, are among the other's: "Lyon, France" and "France".
bool first_names_agree(const Fact& a, const Fact& b) {
  const auto among = [](const Name& one, const Fact& other) {
    return std::any_of(other.names.begin(), other.names.end(), [&](const Name& name) { return one_name(one, name); });
  };
  return among(a.names.front(), b) || among(b.names.front(), a);
}

/// Both say when they held, and say it differently: "as of 2010", "in the 2001 census".
bool times_differ(const Fact& a, const Fact& b) {
  if (a.times.empty() || b.times.empty()) return false;
  return std::none_of(a.times.begin(), a.times.end(), [&](const Value& x) {
    return std::any_of(b.times.begin(), b.times.end(), [&](const Value& y) { return !disjoint(x, y); });
  });
}

bool values_differ(const Value& a, const Value& b) { return a.kind == b.kind && a.unit == b.unit && disjoint(a, b); }

/// What the one denies is just what the other states.
bool same_value(const Fact& a, const Fact& b) {
  if (a.value) return comparable(*a.value, *b.value) && a.value->low == b.value->low && a.value->high == b.value->high;
  return one_name(a.names.front(), b.names.front());
}

}  // namespace

std::vector<Fact> read_facts(const CheckInput& input, const Statements& statements, const std::vector<Match>& matches, ListId wider) {
  std::vector<Fact> facts;
  for (const Match& match : matches) {
    if (auto fact = read_fact(input, statements, match, wider)) facts.push_back(std::move(*fact));
  }
  return facts;
}

namespace {

/// What was compiled of each rule: a rule's own check and those of a site ask for the same facts.
struct CompiledFacts {
  mutable std::map<const Rule*, FactRule> by_rule;
};

FactRule compile_facts_anew(const Rule& rule, CompileContext& context) {
  FactRule compiled;
  compiled.fact = context.automaton.add(rule.phrases("fact"));
  if (rule.field("wider") != nullptr) compiled.wider = context.automaton.add_list(rule.text("wider"));
  compiled.conditions = compile_conditions(rule, context, place_bits({Place::paragraph, Place::list, Place::footnote}), compiled.fact);
  compiled.conditions.not_frames |= not_the_articles_own;
  return compiled;
}

}  // namespace

FactRule compile_facts(const Rule& rule, CompileContext& context) {
  const auto [known, is_new] = context.derived.get<CompiledFacts>([] { return CompiledFacts(); }).by_rule.try_emplace(&rule);
  if (is_new) known->second = compile_facts_anew(rule, context);
  return known->second;
}

std::vector<Fact> read_facts(const CheckInput& input, const Statements& statements, const FactRule& rule, const ConditionTest& test) {
  std::vector<Match> matches;
  for (const Match& match : input.matches.of(rule.fact)) {
    if (test.holds(match)) matches.push_back(match);
  }
  return read_facts(input, statements, matches, rule.wider);
}

bool values_clash(const Fact& a, const Fact& b) {
  // "A ticket for the Marrow ferry", "a ticket for the Tarsin ferry": two things.
  if (!includes(a.beside, b.beside) && !includes(b.beside, a.beside)) return false;
  if (a.value.has_value() != b.value.has_value() || (a.negated && b.negated)) return false;
  if (a.negated || b.negated) return same_value(a, b);
  if (a.value) return values_differ(*a.value, *b.value) && (a.value->kind == TypedKind::date || !times_differ(a, b));
  return a.wider == b.wider && !times_differ(a, b) && !first_names_agree(a, b);
}

bool contradict(const CheckInput& input, const Statements& statements, const Fact& a, const Fact& b) {
  const Statement& one = statements.statements[a.statement];
  const Statement& two = statements.statements[b.statement];
  if (one.sentence == two.sentence) return false;
  const Sentence& here = input.units.sentences[one.sentence];
  const Sentence& there = input.units.sentences[two.sentence];
  if (here.place != Place::paragraph && here.place == there.place && here.section == there.section) return false;
  if (!same_subject(a.subject, b.subject)) return false;
  const bool named = a.subject.kind == SubjectKind::name || b.subject.kind == SubjectKind::name;
  if (!named && under_two_topics(input, one.sentence, two.sentence)) return false;
  return values_clash(a, b);
}

}  // namespace stet
