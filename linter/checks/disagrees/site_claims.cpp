#include "checks/disagrees/site_claims.h"

#include <algorithm>
#include <array>

#include "claims/keys.h"
#include "claims/title.h"
#include "text/unicode.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr std::size_t most_sets = 64;  // of one phrase that is a sequence

/// Sets of stems of which a text must hold one to match the phrase: the words of a sequence together, one set for each choice.
std::vector<std::vector<std::string>> stem_sets(const Phrase& phrase) {
  std::vector<std::vector<std::string>> sets = {{}};
  if (phrase.kind == PhraseKind::word || phrase.kind == PhraseKind::exact) {
    Vocabulary words;
    const Form& form = words.form(words.add(fold(phrase.text)));
    if (is_content(form)) sets[0].emplace_back(words.stem_text(form.stem));
  } else if (phrase.kind == PhraseKind::choice) {
    sets.clear();
    for (const Phrase& child : phrase.children) {
      for (auto& set : stem_sets(child)) sets.push_back(std::move(set));
    }
  } else if (phrase.kind == PhraseKind::sequence) {
    for (const Phrase& child : phrase.children) {
      const std::vector<std::vector<std::string>> choices = stem_sets(child);
      if (sets.size() * choices.size() > most_sets) continue;  // fewer stems are asked for: more is read, and nothing missed
      std::vector<std::vector<std::string>> longer;
      for (const auto& set : sets) {
        for (const auto& more : choices) {
          longer.push_back(set);
          longer.back().insert(longer.back().end(), more.begin(), more.end());
        }
      }
      sets = std::move(longer);
    }
  }
  return sets;
}

std::uint32_t content_words(const CheckInput& input, IndexRange words) {
  std::uint32_t count = 0;
  for (std::uint32_t w = words.begin; w < words.end; ++w) count += is_content(form_of(input, w)) ? 1U : 0U;
  return count;
}

class DeclaredClaimReader {
 public:
  DeclaredClaimReader(const ClaimRules& rules, const CheckInput& input)
      : rules_(rules), input_(input), mentions_(input.matches.of(rules.subjects)) {}

  std::vector<SiteClaim> read() {
    if (mentions_.empty()) return {};
    for (std::uint32_t r = 0; r < rules_.stances.size(); ++r) add_stances(r);
    if (!rules_.facts.empty()) add_facts();
    std::stable_sort(claims_.begin(), claims_.end(), [](const SiteClaim& a, const SiteClaim& b) { return a.words < b.words; });
    return std::move(claims_);
  }

 private:
  const ClaimRules& rules_;
  const CheckInput& input_;
  const std::vector<Match>& mentions_;
  std::vector<SiteClaim> claims_;

  /// The mentions of a sentence.
  std::pair<std::vector<Match>::const_iterator, std::vector<Match>::const_iterator> mentions_in(std::uint32_t sentence) const {
    const auto first = std::partition_point(mentions_.begin(), mentions_.end(), [&](const Match& m) { return m.sentence < sentence; });
    return {first, std::partition_point(first, mentions_.end(), [&](const Match& m) { return m.sentence == sentence; })};
  }

  /// The subject that some words of a clause are said of, with the words between: named before them, with a word before it at most ("pure
  /// velmora is"), or right behind them ("the side effects of velmora"), or meant by the pronoun that the clause begins with.
  TopicPhrase subject_of(std::uint32_t sentence, IndexRange words) const {
    const IndexRange clause = clause_of(input_, sentence, words.begin);
    const auto [first, last] = mentions_in(sentence);
    for (auto mention = first; mention != last; ++mention) {
      const bool before = mention->words.begin >= clause.begin && mention->words.end <= words.begin;
      if (before && content_words(input_, {clause.begin, mention->words.begin}) <= 1) {
        TopicPhrase subject{.topic = mention->alternative, .details = content_keys(input_, {mention->words.end, words.begin})};
        std::sort(subject.details.begin(), subject.details.end());
        return subject;
      }
      const bool behind = mention->words.begin == words.end + 1 && is_link(form_of(input_, words.end));
      if (behind) return {.topic = mention->alternative, .details = {}};
    }
    // "Velmora tastes of apples and is not addictive": the clause has no subject of its own.
    if (first != last && first->words.end <= clause.begin && content_words(input_, {clause.begin, words.begin}) == 0 &&
        content_words(input_, {input_.units.sentences[sentence].words.begin, first->words.begin}) <= 1) {
      return {.topic = first->alternative, .details = {}};
    }
    const bool pronoun =
        clause.begin < words.begin && (form_of(input_, clause.begin).text == "it" || form_of(input_, clause.begin).text == "they");
    return pronoun ? TopicPhrase{.topic = carried(sentence), .details = {}} : TopicPhrase{};
  }

  static bool is_link(const Form& word) { return is(word, WordClass::complement_tie); }

  /// What the sentence before, in the same block, begins with.
  StemId carried(std::uint32_t sentence) const {
    if (sentence == 0 || input_.units.sentences[sentence - 1].block != input_.units.sentences[sentence].block) return no_index;
    const auto [first, last] = mentions_in(sentence - 1);
    if (first == last) return no_index;
    const IndexRange opening{input_.units.sentences[sentence - 1].words.begin, first->words.begin};
    return content_words(input_, opening) <= 1 ? first->alternative : no_index;
  }

  void add_stances(std::uint32_t relation) {
    const auto of = [&](std::uint32_t sentence, IndexRange words) { return subject_of(sentence, words); };
    for (Stance& stance : read_stances(rules_.stances[relation], input_, of)) {
      SiteClaim claim{.subject = stance.subject.topic, .relation = relation, .sentence = stance.sentence, .words = stance.words};
      claim.subject_words = name_in(stance.sentence, claim.subject);
      claim.stance = std::move(stance);
      claims_.push_back(std::move(claim));
    }
  }

  IndexRange name_in(std::uint32_t sentence, std::uint32_t subject) const {
    const auto [first, last] = mentions_in(sentence);
    const auto named = std::find_if(first, last, [&](const Match& mention) { return mention.alternative == subject; });
    return named == last ? IndexRange{} : named->words;
  }

  void add_facts() {
    const Statements& all = statements_of(input_);
    for (std::uint32_t r = 0; r < rules_.facts.size(); ++r) {
      if (input_.matches.of(rules_.facts[r].fact).empty()) continue;
      const ConditionTest test(rules_.facts[r].conditions, input_);
      for (Fact& fact : read_facts(input_, all, rules_.facts[r], test)) {
        const std::uint32_t subject = declared(fact.subject);
        if (subject == no_index) continue;
        SiteClaim claim{.subject = subject, .is_fact = true, .relation = r, .sentence = all.statements[fact.statement].sentence};
        claim.words = cover(fact.words, fact.value_words);
        claim.subject_words = name_in(claim.sentence, subject);
        claim.fact = std::move(fact);
        claims_.push_back(std::move(claim));
      }
    }
  }

  /// The declared subject that a fact's subject is, all of it; or the one that its pronoun or "the company" stands for.
  std::uint32_t declared(const Subject& subject) const {
    for (const Match& mention : mentions_) {
      if (mention.words.begin >= subject.words.end) break;
      const bool inside = subject.words.contains(mention.words);
      if (inside && content_words(input_, subject.words) == content_words(input_, mention.words)) return mention.alternative;
    }
    if (subject.meant.empty()) return no_index;
    for (const Match& mention : mentions_) {
      if (content_stems(input_, mention.words) == subject.meant.front()) return mention.alternative;
    }
    return no_index;
  }
};

}  // namespace

tl::expected<ClaimRules, Problems> compile_claims(const Rule& rule, CompileContext& context) {
  ClaimRules rules;
  Problems problems;
  const std::vector<WrittenPhrase> subjects = rule.phrases("subjects");
  for (const WrittenPhrase& subject : subjects) {
    for (auto& set : stem_sets(subject.phrase())) {
      if (!set.empty()) {
        rules.stems.push_back(std::move(set));
        continue;
      }
      problems.push_back(rule.document.problem(subject.position, "a subject must be named by a word of its own",
                                               "write its name, and other names of it between `(` and `)`: `(velmora|velmora tea)`"));
      break;
    }
  }
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  if (subjects.empty()) return rules;
  rules.subjects = context.automaton.add(subjects);
  const auto add = [&](const Rule& other) {
    if (!other.boolean("enabled", true)) return;
    if (other.kind == "opposes" && other.field("says") != nullptr && other.field("denies") != nullptr) {
      rules.stances.push_back(compile_stances(other, context));
    } else if (other.kind == "agrees" && other.field("fact") != nullptr) {
      rules.facts.push_back(compile_facts(other, context));
    }
  };
  std::for_each(context.rules.rules.begin(), context.rules.rules.end(), add);
  std::for_each(context.rules.unselected.begin(), context.rules.unselected.end(), add);
  return rules;
}

std::vector<SiteClaim> read_claims(const ClaimRules& rules, const CheckInput& input) { return DeclaredClaimReader(rules, input).read(); }

bool contradict(const ClaimRules& rules, const SiteClaim& a, const SiteClaim& b) {
  if (a.subject != b.subject || a.is_fact != b.is_fact || a.relation != b.relation) return false;
  if (a.is_fact) return values_clash(a.fact, b.fact);
  const StanceRule& rule = rules.stances[a.relation];
  return oppose(rule, a.stance, b.stance) || oppose(rule, b.stance, a.stance);
}

}  // namespace stet
