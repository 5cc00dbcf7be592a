// requires: when this is said, that must stand near it.
#include <algorithm>
#include <utility>

#include "checks/kinds.h"
#include "checks/requires/companions.h"
#include "checks/requires/fields.h"
#include "checks/requires/listed.h"
#include "checks/requires/lowering.h"
#include "checks/requires/telling.h"
#include "checks/wording/message.h"
#include "claims/subjects.h"
#include "matching/conditions.h"
#include "units/citations.h"

namespace stet {
namespace {

/// A rule of this kind, compiled.
struct Requires {
  PatternId find = 0;
  PatternId find_elided = 0;
  PatternId find_naming = 0;
  PatternId find_listed = 0;
  PatternId listed_under = 0;
  PatternId find_ahead = 0;
  PatternId ahead_of = 0;
  std::optional<PatternId> only_beside;
  PatternId not_beside = 0;
  CompanionPatterns companions;
  std::optional<PatternId> needs_section;
  PatternId needs_section_unless = 0;
  bool has_about = false;
  SubjectPatterns subjects;
  bool about_inside = false;
  PatternId points_back = 0;
  bool lowered_elsewhere = false;
  LoweringPatterns lowering;
  Window window = {Reach::sentences, 1};  ///< how far the companion may stand from the claim
  OncePer once = OncePer::sentence;
  Conditions conditions;
  Severity severity = Severity::warning;
  std::string message;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

/// Something said that asks for a companion.
struct AskingMatch {
  const Match* match = nullptr;
  std::uint32_t subject = no_index;
};

/// How a claim stands once all companions are known.
enum class Verdict : std::uint8_t { met, met_elsewhere, missing };

/// The claims and companions of one article, related.
class Relation {
 public:
  Relation(const Requires& check, const CheckInput& input)
      : check_(check), input_(input), companions_(companions_of(check.companions, input)) {
    if (check.has_about) subjects_.emplace(input, check.subjects);
    if (check.window.reach == Reach::paragraph) find_block_starts();
    if (check.window.reach == Reach::section || check.window.reach == Reach::article) sum_up();
    if (check.needs_section) find_safety_sections();
    listed_ = check.companions.needs_citation && check.companions.sources.bibliography && input.units.bibliography.has_sources;
    only_source_ = check.companions.needs_citation && lists_one_source();
    captures_ = std::any_of(companions_.begin(), companions_.end(), [](const Companion& companion) { return companion.match != nullptr; });
  }

  std::uint32_t subject_of(const Match& match, Wording wording) const {
    wording.inside = wording.inside || check_.about_inside;
    return subjects_ ? subjects_->of_claim(match.sentence, match.words, wording) : no_index;
  }
  /// Of an entry of a list or table: what its lead-in names, what stands behind it in its row, or what an elided subject would be.
  std::uint32_t subject_of_listed(const Match& entry, const Announced& announced) const {
    if (!subjects_) return no_index;
    if (announced.sentence != no_index) {
      if (const auto named = subjects_in(announced.sentence); !named.empty()) return named.front();
    }
    const std::uint32_t block = sentence(entry.sentence).block;
    for (std::uint32_t s = entry.sentence + 1; announced.in_first_column && s < input_.units.sentences.size(); ++s) {
      if (sentence(s).block != block) break;
      if (const auto named = subjects_in(s); !named.empty()) return named.front();
    }
    return announced.in_first_column ? no_index : subject_of(entry, {.elided = true});
  }
  bool needs_subject() const { return subjects_.has_value(); }

  Verdict verdict(const AskingMatch& claim) const {
    if (listed_ || near(*claim.match) || points_back_to_one(*claim.match)) return Verdict::met;
    if (answers(dedicated_, claim.subject) || part_of_what_is_answered(claim.subject)) return Verdict::met;
    const std::uint32_t section = input_.units.sentences[claim.match->sentence].section;
    if (check_.window.reach == Reach::section && answers(by_section_[section], claim.subject) && agrees_in(section, claim))
      return Verdict::met;
    if (check_.window.reach == Reach::article && answers(whole_, claim.subject) && agrees_in(no_index, claim)) return Verdict::met;
    return check_.lowered_elsewhere && (any() || !dedicated_.empty()) ? Verdict::met_elsewhere : Verdict::missing;
  }

  /// None where the rule asks for no subject.
  const Subjects* subjects() const { return subjects_ ? &*subjects_ : nullptr; }
  IndexRange words_of(std::uint32_t subject) const { return subject == no_index ? IndexRange() : subjects_->name_of(subject); }
  std::string name_of(std::uint32_t subject) const {
    return subject == no_index ? std::string() : words_as_written(input_, words_of(subject), 40);
  }
  /// Has the article any companion at all?
  bool any() const { return !companions_.empty(); }

 private:
  const Requires& check_;
  const CheckInput& input_;
  std::vector<Companion> companions_;
  std::vector<std::uint32_t> block_starts_;  // by companion: the first one of its block
  std::optional<Subjects> subjects_;
  std::vector<Answered> by_section_;
  Answered whole_;
  Answered dedicated_;               // by sections with a heading of `needs-section`
  bool dedicated_to_title_ = false;  // by one of these, of the article's own, on something that the title names
  bool listed_ = false;              // a list of sources serves every claim
  bool only_source_ = false;         // the article lists one source: what is spoken of as known is that one
  bool captures_ = false;            // some companion must agree with its claim

  const Sentence& sentence(std::uint32_t index) const { return input_.units.sentences[index]; }

  std::vector<std::uint32_t> subjects_in(std::uint32_t sentence) const {
    std::vector<std::uint32_t> result;
    if (!subjects_) return result;
    const IndexRange mentions = subjects_->mentions_in(sentence);
    for (std::uint32_t i = mentions.begin; i < mentions.end; ++i) {
      const Mention& mention = subjects_->mention(i);
      if (!mention.general && !mention.other) result.push_back(mention.subject);
    }
    return result;
  }

  /// A section's companions are also those of its subsections, but a whole article under one title is no section.
  void sum_up() {
    const std::vector<Section>& sections = input_.article.sections;
    by_section_.resize(sections.size());
    for (const Companion& companion : companions_) {
      const std::vector<std::uint32_t> spoken_of = subjects_in(companion.sentence);
      Answered& section = by_section_[sentence(companion.sentence).section];
      section.anybody = section.anybody || spoken_of.empty();
      section.add(spoken_of);
      whole_.anybody = whole_.anybody || spoken_of.empty();
      whole_.add(spoken_of);
    }
    for (std::size_t section = sections.size(); section-- > 1;) {
      const std::uint32_t parent = sections[section].parent;
      if (parent == 0 || sections[parent].level < 2) continue;
      by_section_[parent].anybody = by_section_[parent].anybody || by_section_[section].anybody;
      by_section_[parent].add(by_section_[section].subjects);
    }
  }

  /// What is under a heading of `needs-section` answers for the subjects named there, or for all when none is.
  void find_safety_sections() {
    std::vector<bool> headed = sections_headed_by(input_, *check_.needs_section);
    const std::vector<bool> only_look_so = sections_headed_by(input_, check_.needs_section_unless);
    for (std::size_t section = 0; section < headed.size(); ++section) headed[section] = headed[section] && !only_look_so[section];
    std::vector<bool> filled(headed.size(), false);
    std::vector<bool> narrowed(headed.size(), false);  // by a subject in the heading
    std::vector<Answered> found(headed.size());
    for (std::uint32_t s = 0; s < input_.units.sentences.size(); ++s) {
      const std::uint32_t section = sentence(s).section;
      if (!headed[section]) continue;
      const bool heading = sentence(s).place == Place::heading;
      filled[section] = filled[section] || !heading;
      const std::vector<std::uint32_t> named = subjects_in(s);
      narrowed[section] = narrowed[section] || (heading && !named.empty());
      found[section].add(named);
    }
    for (std::size_t section = 0; section < headed.size(); ++section) {
      if (!filled[section]) continue;
      dedicated_to_title_ = dedicated_to_title_ || (!narrowed[section] && input_.article.sections[section].level <= 2 &&
                                                    std::any_of(found[section].subjects.begin(), found[section].subjects.end(),
                                                                [&](std::uint32_t subject) { return subjects_->in_title(subject); }));
      dedicated_.anybody = dedicated_.anybody || found[section].subjects.empty();
      dedicated_.add(found[section].subjects);
    }
  }

  bool answers(const Answered& answered, std::uint32_t subject) const {
    if (answered.anybody) return true;
    if (subject == no_index) return !answered.subjects.empty();
    return std::any_of(answered.subjects.begin(), answered.subjects.end(),
                       [&](std::uint32_t other) { return subjects_->same(subject, other); });
  }

  /// A safety section on what the article is about serves for all that the title does not name: its other names, its parts. One whose
  /// heading names no subject, "Side effects and precautions", serves for all that the title names: "Turmeric and curcumin".
  bool part_of_what_is_answered(std::uint32_t subject) const {
    if (!subjects_ || subject == no_index || subjects_->main_subject() == no_index || dedicated_.empty()) return false;
    if (dedicated_to_title_) return true;
    return answers(dedicated_, subjects_->main_subject()) && !subjects_->in_title(subject);
  }

  bool agrees(const Match& claim, const Companion& companion) const {
    return companion.match == nullptr || captures_agree(input_.units, input_.vocabulary, claim, *companion.match);
  }

  /// Does a companion of the section (no_index: of the article) hold the same captures, and speak of the same subject? Past so many
  /// companions nobody is told that one is missing.
  bool agrees_in(std::uint32_t section, const AskingMatch& claim) const {
    constexpr std::size_t most_compared = 2000;
    if (!captures_) return true;
    std::size_t compared = 0;
    return std::any_of(companions_.begin(), companions_.end(), [&](const Companion& companion) {
      if (++compared > most_compared) return true;
      if (section != no_index && !is_within(input_.article, sentence(companion.sentence).section, section)) return false;
      if (!agrees(*claim.match, companion)) return false;
      Answered answered{.anybody = false, .subjects = subjects_in(companion.sentence)};
      answered.anybody = answered.subjects.empty();
      return answers(answered, claim.subject);
    });
  }

  void find_block_starts() {
    for (std::uint32_t i = 0; i < companions_.size(); ++i) {
      const bool follows = i > 0 && sentence(companions_[i].sentence).block == sentence(companions_[i - 1].sentence).block;
      block_starts_.push_back(follows ? block_starts_.back() : i);
    }
  }

  /// In the sentences of the window; a lead-in with a colon at a block's end reaches into the next block.
  bool near(const Match& claim) const {
    const Sentence& said = sentence(claim.sentence);
    if (check_.window.reach == Reach::paragraph) return in_block(claim);
    if (check_.window.reach != Reach::sentences) return false;
    const bool leads_in = input_.article.text(said.plain).ends_with(':');
    const std::uint32_t before = std::min(claim.sentence, check_.window.before);
    return any_agrees(claim, {claim.sentence - before, claim.sentence + check_.window.after + 1}, [&](const Companion& companion) {
      return sentence(companion.sentence).block == said.block || (leads_in && companion.sentence > claim.sentence);
    });
  }

  bool in_block(const Match& claim) const {
    const std::uint32_t block = sentence(claim.sentence).block;
    auto companion = first_from(companions_, claim.sentence);
    if (companion != companions_.begin() && sentence((companion - 1)->sentence).block == block)
      companion = companions_.begin() + block_starts_[static_cast<std::size_t>(companion - companions_.begin()) - 1];
    for (; companion != companions_.end() && sentence(companion->sentence).block == block; ++companion) {
      if (agrees(claim, *companion)) return true;
    }
    return false;
  }

  template <typename Test>
  bool any_agrees(const Match& claim, IndexRange sentences, const Test& test) const {
    auto companion = first_from(companions_, sentences.begin);
    for (; companion != companions_.end() && companion->sentence < sentences.end; ++companion) {
      if (test(*companion) && agrees(claim, *companion)) return true;
    }
    return false;
  }

  bool lists_one_source() const {
    std::uint32_t entry = no_index;
    for (const Sentence& said : input_.units.sentences) {
      if (said.place != Place::bibliography || said.block == entry) continue;
      if (entry != no_index) return false;
      entry = said.block;
    }
    return entry != no_index && input_.units.bibliography.has_sources;
  }

  /// "The study also found": a companion earlier in the section serves, and so does a list of one source.
  bool points_back_to_one(const Match& claim) const {
    if (!overlaps_any(input_.matches.of(check_.points_back), claim.words)) return false;
    if (only_source_) return true;
    const std::uint32_t section = sentence(claim.sentence).section;
    auto companion = first_from(companions_, claim.sentence);
    while (companion != companions_.begin() && sentence((companion - 1)->sentence).section == section) {
      if (agrees(claim, *--companion)) return true;
    }
    return false;
  }
};

/// Gathers the claims under a rule's conditions.
class Gathering {
 public:
  Gathering(const Requires& check, const CheckInput& input, const Relation& relation, const Lowering& lowering)
      : check_(check), input_(input), relation_(relation), lowering_(lowering), test_(check.conditions, input) {}

  void said(PatternId pattern, Wording wording) {
    for (const Match& match : input_.matches.of(pattern)) {
      if (wording.elided && !opens_sentence(input_, match) && !continues_opening(input_, match)) continue;
      if (stands(match)) add(match, relation_.subject_of(match, wording));
    }
  }
  void listed() {
    for (const Match& match : input_.matches.of(check_.find_listed)) {
      const Announced announced = announced_by(input_, match, check_.listed_under);
      if (!announced.found || !stands(match)) continue;
      if (const std::uint32_t subject = relation_.subject_of_listed(match, announced); subject != no_index) add(match, subject);
    }
  }
  void ahead() {
    for (const Match& match : input_.matches.of(check_.find_ahead)) {
      if (is_followed(input_, check_.ahead_of, match) && stands(match)) add(match, relation_.subject_of(match, {}));
    }
  }
  /// In order of place; of overlapping ones the first.
  std::vector<AskingMatch> in_order() && {
    std::stable_sort(claims_.begin(), claims_.end(),
                     [](const AskingMatch& a, const AskingMatch& b) { return a.match->words.begin < b.match->words.begin; });
    const auto overlaps = [](const AskingMatch& a, const AskingMatch& b) { return a.match->words.overlaps(b.match->words); };
    claims_.erase(std::unique(claims_.begin(), claims_.end(), overlaps), claims_.end());
    return std::move(claims_);
  }

 private:
  const Requires& check_;
  const CheckInput& input_;
  const Relation& relation_;
  const Lowering& lowering_;
  ConditionTest test_;
  std::vector<AskingMatch> claims_;

  bool stands(const Match& match) const { return !is_link_text(input_, match.words) && test_.holds(match) && !lowering_.is_led_in(match); }
  void add(const Match& match, std::uint32_t subject) {
    if (subject != no_index || !relation_.needs_subject()) claims_.push_back({&match, subject});
  }
};

std::vector<AskingMatch> claims_of(const Requires& check, const CheckInput& input, const Relation& relation, const Lowering& lowering) {
  Gathering gathering(check, input, relation, lowering);
  gathering.said(check.find, {});
  gathering.said(check.find_elided, {.elided = true});
  gathering.said(check.find_naming, {.inside = true});
  gathering.listed();
  gathering.ahead();
  return std::move(gathering).in_order();
}

/// What is shown of a claim: of one that ends in what it promises, all of that.
Match shown(const CheckInput& input, Match claim) {
  const bool ends_in_capture = std::any_of(claim.captures.begin(), claim.captures.end(),
                                           [&](const Capture& capture) { return capture.words.end == claim.words.end; });
  if (ends_in_capture) claim.words = to_end_of_group(input, claim.sentence, claim.words);
  return claim;
}

/// The claims without a companion, by the findings that they make.
std::vector<ToldClaim> told_by(const Requires& check, const CheckInput& input, const Relation& relation) {
  const Lowering lowers(check.lowering, input);
  Telling telling(input, check.once, check.points_back, relation.subjects());
  for (const AskingMatch& claim : claims_of(check, input, relation, lowers)) {
    const Verdict verdict = relation.verdict(claim);
    if (input.claims != nullptr) input.claims->push_back({.source = source_of(input, claim.match->words), .met = verdict == Verdict::met});
    if (verdict == Verdict::met) continue;
    const Severity severity = lowers.severity_of(check.severity, *claim.match, relation.words_of(claim.subject), relation.any());
    telling.add(*claim.match, claim.subject, verdict == Verdict::met_elsewhere ? std::min(severity, lowered(check.severity)) : severity);
  }
  return std::move(telling).told();
}

void Requires::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  const auto absent = [&](PatternId pattern) { return input.matches.of(pattern).empty(); };
  if (absent(find) && absent(find_elided) && absent(find_naming) && absent(find_listed) && absent(find_ahead)) return;
  if ((only_beside && absent(*only_beside)) || !absent(not_beside)) return;
  const Relation relation(*this, input);
  for (const ToldClaim& told : told_by(*this, input, relation)) {
    const Match whole = shown(input, *told.claim);
    findings.push_back(
        {.severity = told.severity,
         .source = source_of(input, whole.words),
         .message = fill(fill_match(message, input, whole, input.capture_names), {{"about", relation.name_of(told.subject)}}),
         .related = {}});
    for (const Match* other : told.others) findings.back().related.push_back({source_of(input, other->words), "also here", true});
  }
}

bool is_citation(const WrittenPhrase& written) {
  if (written.text.find('<') == std::string::npos) return false;
  const Phrase phrase = written.phrase();
  return phrase.children.size() == 1 && phrase.children.front().kind == PhraseKind::typed && phrase.children.front().text == "citation";
}

tl::expected<Check, Problems> compile_requires(const Rule& rule, CompileContext& context) {
  Requires check;
  check.find = context.automaton.add(rule.phrases("find"));
  check.find_elided = context.automaton.add(rule.phrases("find-elided"));
  check.find_naming = context.automaton.add(rule.phrases("find-naming"));
  check.find_listed = context.automaton.add(rule.phrases("find-listed"));
  check.listed_under = context.automaton.add(rule.phrases("listed-under"));
  check.find_ahead = context.automaton.add(rule.phrases("find-ahead"));
  check.ahead_of = context.automaton.add(rule.phrases("ahead-of"));
  if (rule.field("only-beside") != nullptr) check.only_beside = context.automaton.add(rule.phrases("only-beside"));
  check.not_beside = context.automaton.add(rule.phrases("not-beside"));
  std::vector<WrittenPhrase> needs = rule.phrases("needs");
  check.companions.needs_citation = std::erase_if(needs, is_citation) > 0;
  check.companions.needs = context.automaton.add(needs, check.find);
  check.companions.needs_unless = context.automaton.add(rule.phrases("needs-unless"));
  check.companions.sources = read_source_policy(rule);
  if (rule.field("needs-section") != nullptr) check.needs_section = context.automaton.add(rule.phrases("needs-section"));
  check.needs_section_unless = context.automaton.add(rule.phrases("needs-section-unless"));
  check.has_about = rule.field("about") != nullptr;
  check.subjects = compile_subjects(rule, context);
  check.about_inside = rule.boolean("about-inside", false);
  check.points_back = context.automaton.add(rule.phrases("points-back"));
  check.lowered_elsewhere = rule.boolean("lowered-elsewhere", false);
  check.lowering = compile_lowering(rule, context);
  check.window = read_window(rule, "within", check.window);
  const std::string once = rule.text("once-per", "sentence");
  check.once = once == "section" ? OncePer::section : once == "article" ? OncePer::article : OncePer::sentence;
  check.conditions = compile_conditions(rule, context, all_prose, check.find);
  check.severity = rule.info.severity;
  check.message = rule.message;
  return check;
}

}  // namespace

Kind requires_kind() {
  return {.name = "requires",
          .description = "When `find` is said, `needs` must stand within reach of it. A companion that is negated does not count.",
          .fields = requires_fields(),
          .quotes = {"found", "about"},
          .quotes_captures = true,
          .compile = compile_requires};
}

}  // namespace stet
