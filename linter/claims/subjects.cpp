#include "claims/subjects.h"

#include <algorithm>

#include "matching/quoting.h"
#include "text/unicode.h"
#include "units/verbs.h"
#include "units/word_classes.h"

namespace stet {
namespace {

// Set 2026-11-23, before there were labelled sets; measured on all open ones since, and kept (2026-11-29).
constexpr std::uint32_t reach_back = 24;     // words between a subject and its verb
constexpr std::uint32_t reach_forward = 8;   // "relieve nausea with a cup of ginger tea"
constexpr std::uint32_t general_reach = 14;  // words between "it" or "this oil" and its verb
constexpr std::uint32_t sentences_back = 3;
constexpr std::uint32_t longest_heading_subject = 4;  // in sentences

/// Stands for all that is no subject.
constexpr std::uint32_t other_subject = no_index - 1;

/// First match of `matches` in a sentence.
auto first_match(const std::vector<Match>& matches, std::uint32_t sentence) {
  return std::lower_bound(matches.begin(), matches.end(), sentence, [](const Match& m, std::uint32_t s) { return m.sentence < s; });
}

/// How much of a name the title holds: 2 all of it, 1 one of its longer words, 0 nothing.
int named_in(std::string_view title, std::string_view name) {
  constexpr std::size_t telling = 6;  // bytes of a word that tells something by itself
  if (title.find(name) != std::string_view::npos) return 2;
  while (!name.empty()) {
    const std::string_view word = name.substr(0, name.find(' '));
    if (word.size() >= telling && title.find(word) != std::string_view::npos) return 1;
    name.remove_prefix(std::min(word.size() + 1, name.size()));
  }
  return 0;
}

/// "massage with gentle exercises": joined to what was named before.
bool in_company(const CheckInput& input, const Mention& mention) {
  const std::uint32_t first = input.units.sentences[mention.sentence].words.begin;
  for (std::uint32_t back = 1; back <= 2 && mention.words.begin >= first + back; ++back) {
    if (is(form_of(input, mention.words.begin - back), WordClass::companion_joiner)) return true;
  }
  return false;
}

/// Which form a verb would have: third person, gerund, or the base of one that is known.
enum class VerbForm : std::uint8_t { none, base, third_person, gerund };

VerbForm verb_form_of(std::string_view folded) {
  constexpr std::size_t shortest = 4;  // bytes of "eases" without its ending
  if (folded.size() < shortest) return VerbForm::none;
  if (folded.ends_with("ing")) return VerbForm::gerund;
  if (folded.ends_with("s") && !folded.ends_with("ss") && !folded.ends_with("us")) return VerbForm::third_person;
  const std::string base(folded);
  return is_third_person(base + "s") || is_third_person(base + "es") ? VerbForm::base : VerbForm::none;
}

/// "From easing pain to calming the mind, X …", "Besides easing pain, X …": a gerund at the start, whose subject the main clause names.
bool is_fronted_gerund(const CheckInput& input, std::uint32_t sentence, IndexRange words) {
  const std::uint32_t first = input.units.sentences[sentence].words.begin;
  const auto form = [&](std::uint32_t word) -> const Form& { return input.vocabulary.form(input.units.words[word].form); };
  return words.begin > first && words.begin <= first + 2 && form(words.begin).text.ends_with("ing") &&
         (form(first).flags & form_stop_word) != 0 && (form(first).flags & form_pronoun) == 0;
}

/// Is it part of an address such as https://example.org/ease-back-pain or /posts/ease-back-pain?
bool is_in_address(const CheckInput& input, IndexRange words) {
  constexpr std::uint32_t longest_address = 300;  // bytes
  const std::uint32_t end = input.units.words[words.begin].plain.begin;
  const std::string_view before = input.article.text({end - std::min(end, longest_address), end});
  const std::size_t blank = before.find_last_of(" \t\n");
  const std::string_view address = before.substr(blank == std::string_view::npos ? 0 : blank + 1);
  return address.starts_with('/') || address.find("://") != std::string_view::npos;
}

/// What the page is called, folded, to look for a thing's name in: the front matter's title first, which claims/title does not read, else
/// the first heading of level 1.
std::string page_name_of(const Article& article) {
  if (!article.title.empty()) return fold(article.title);
  const auto first =
      std::find_if(article.sections.begin(), article.sections.end(), [](const Section& section) { return section.level == 1; });
  return first == article.sections.end() ? std::string() : fold(article.heading_text(*first));
}

}  // namespace

Subjects::Subjects(const CheckInput& input, SubjectPatterns patterns) : input_(input), patterns_(patterns) {
  add_mentions();
  add_acronyms();
  add_others();
  find_main();
}

void Subjects::add_mentions() {
  std::map<std::vector<LemmaId>, std::uint32_t> known;
  const std::vector<Match>& generals = input_.matches.of(patterns_.general);
  auto next_general = generals.begin();
  for (const Match& match : input_.matches.of(patterns_.about)) {
    std::vector<LemmaId> lemmas;
    for (std::uint32_t w = match.words.begin; w < match.words.end; ++w)
      lemmas.push_back(input_.vocabulary.form(input_.units.words[w].form).lemma);
    const auto [entry, is_new] = known.emplace(lemmas, static_cast<std::uint32_t>(lemmas_.size()));
    if (is_new) {
      lemmas_.push_back(std::move(lemmas));
      first_.push_back(match.words);
    }
    while (next_general != generals.end() && next_general->words.begin < match.words.begin) ++next_general;
    const bool is_general = next_general != generals.end() && next_general->words == match.words;
    mentions_.push_back({.sentence = match.sentence, .words = match.words, .subject = entry->second, .general = is_general});
  }
}

/// "ACV" of an article on apple cider vinegar.
void Subjects::add_acronyms() {
  constexpr std::uint32_t least_letters = 3;
  std::map<std::string, std::uint32_t> subject_of;
  for (std::uint32_t subject = 0; subject < first_.size(); ++subject) {
    if (first_[subject].size() < least_letters) continue;
    std::string letters;
    for (std::uint32_t w = first_[subject].begin; w < first_[subject].end; ++w) letters += form_of(input_, w).text.front();
    subject_of.emplace(std::move(letters), subject);
  }
  if (subject_of.empty()) return;
  std::vector<Mention> acronyms;
  for (std::uint32_t sentence = 0; sentence < input_.units.sentences.size(); ++sentence) {
    const IndexRange words = input_.units.sentences[sentence].words;
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      if ((input_.units.words[w].flags & word_all_caps) == 0) continue;
      if (const auto named = subject_of.find(std::string(form_of(input_, w).text)); named != subject_of.end())
        acronyms.push_back({.sentence = sentence, .words = {w, w + 1}, .subject = named->second});
    }
  }
  // A list of names may have it, too: then both are one.
  const auto stands_in_a_name = [&](const Mention& acronym) {
    const auto name = std::partition_point(mentions_.begin(), mentions_.end(),
                                           [&](const Mention& mention) { return mention.words.end <= acronym.words.begin; });
    if (name == mentions_.end() || !name->words.overlaps(acronym.words)) return false;
    if (name->words == acronym.words) name->subject = acronym.subject;
    return true;
  };
  std::erase_if(acronyms, stands_in_a_name);
  const auto middle = static_cast<std::ptrdiff_t>(mentions_.size());
  mentions_.insert(mentions_.end(), acronyms.begin(), acronyms.end());
  std::inplace_merge(mentions_.begin(), mentions_.begin() + middle, mentions_.end(),
                     [](const Mention& a, const Mention& b) { return a.words.begin < b.words.begin; });
}

/// Of a name of something else and a subject's name that overlap, the longer stays: "digital detox", "keto diet".
void Subjects::add_others() {
  std::vector<Mention> merged;
  auto mention = mentions_.begin();
  for (const Match& other : input_.matches.of(patterns_.others)) {
    while (mention != mentions_.end() && mention->words.end <= other.words.begin) merged.push_back(*mention++);
    if (mention != mentions_.end() && mention->words.overlaps(other.words)) {
      if (mention->words.size() >= other.words.size()) continue;
      ++mention;
    }
    merged.push_back({.sentence = other.sentence, .words = other.words, .subject = other_subject, .other = true});
  }
  merged.insert(merged.end(), mention, mentions_.end());
  mentions_ = std::move(merged);
}

/// Of those that the article's title names, the one named best and then most often.
void Subjects::find_main() {
  title_ = page_name_of(input_.article);
  if (title_.empty()) return;
  main_ = best_in_title(false);
  if (main_ == no_index) main_ = best_in_title(true);
}

std::uint32_t Subjects::best_in_title(bool general) const {
  std::uint32_t found = no_index;
  std::vector<std::uint32_t> counts(lemmas_.size(), 0);
  for (const Mention& mention : mentions_) {
    if (mention.general == general && !mention.other) ++counts[mention.subject];
  }
  std::pair<int, std::uint32_t> best{0, 0};
  for (std::uint32_t subject = 0; subject < counts.size(); ++subject) {
    if (counts[subject] == 0) continue;
    const std::pair fit{named_in(title_, fold(words_as_written(input_, first_[subject]))), counts[subject]};
    if (fit.first == 0 || fit <= best) continue;
    best = fit;
    found = subject;
  }
  return found;
}

IndexRange Subjects::mentions_in(std::uint32_t sentence) const {
  const auto before = [](const Mention& mention, std::uint32_t s) { return mention.sentence < s; };
  const auto first = std::lower_bound(mentions_.begin(), mentions_.end(), sentence, before);
  const auto last = std::lower_bound(first, mentions_.end(), sentence + 1, before);
  return {static_cast<std::uint32_t>(first - mentions_.begin()), static_cast<std::uint32_t>(last - mentions_.begin())};
}

namespace {

/// Does a mention stand before some words, or, when that may be, among them?
bool opens(IndexRange mention, IndexRange words, bool inside) {
  return mention.end <= words.begin || (inside && mention.begin < words.end);
}

/// How far behind some words their subject may begin: "Relieving pain, nettle …".
std::uint32_t reach_behind(IndexRange words, IndexRange clause, bool fronted) {
  const std::uint32_t reach = std::min(words.end + reach_forward, clause.end);
  return fronted ? std::max(reach, words.end + reach_back) : reach;
}

}  // namespace

std::uint32_t Subjects::in_sentence(std::uint32_t sentence, IndexRange words, bool inside) const {
  const IndexRange mentions = mentions_in(sentence);
  if (mentions.empty()) return no_index;
  const IndexRange clause = clause_of(input_, sentence, words.end - 1);
  const bool fronted = is_fronted_gerund(input_, sentence, words);
  std::uint32_t found = no_index;
  std::uint32_t end_of_other = 0;
  for (std::uint32_t i = mentions.begin; i < mentions.end; ++i) {
    const Mention& mention = mentions_[i];
    if (mention.words.end + reach_back < words.begin) continue;
    if (mention.general) {
      if (mention.words.end <= words.begin && found == other_subject) found = no_index;  // it stands nearer
      continue;
    }
    if (mention.other && found != no_index && in_company(input_, mention)) continue;
    if (opens(mention.words, words, inside)) found = mention.subject;
    if (found == other_subject) end_of_other = mention.words.end;
    if (mention.words.begin < words.end) continue;  // what stands inside is acted on
    if (found == no_index && mention.words.begin < reach_behind(words, clause, fronted)) found = mention.subject;
    break;
  }
  const bool stands_nearer = found == other_subject && general_between(sentence, {end_of_other, words.begin});  // "studies show that it"
  return stands_nearer ? no_index : found;
}

bool Subjects::general_between(std::uint32_t sentence, IndexRange words) const {
  const std::vector<Match>& matches = input_.matches.of(patterns_.general);
  for (auto match = first_match(matches, sentence); match != matches.end() && match->sentence == sentence; ++match) {
    if (match->words.begin >= words.begin && match->words.end <= words.end) return true;
  }
  return false;
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
    IndexRange sentences = input_.units.sentences_of_text[text];
    sentences.end = std::min(sentences.end, sentences.begin + longest_heading_subject);
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
  const std::vector<Match>& matches = input_.matches.of(patterns_.general);
  for (auto match = first_match(matches, sentence); match != matches.end() && match->sentence == sentence; ++match) {
    if (match->words.begin >= words.end) return false;
    if (match->words.end + general_reach >= words.begin) return true;
  }
  return false;
}

std::uint32_t Subjects::of_claim(std::uint32_t sentence, IndexRange words, Wording wording) const {
  const auto unless_other = [](std::uint32_t subject) { return subject == other_subject ? no_index : subject; };
  if (const std::uint32_t named = in_sentence(sentence, words, wording.inside); named != no_index) return unless_other(named);
  if (!wording.elided && !general_before(sentence, words)) return no_index;
  if (const std::uint32_t named = from_context(sentence); named != no_index) return unless_other(named);
  const IndexRange mentions = mentions_in(sentence);
  return mentions.empty() ? no_index : unless_other(mentions_[mentions.begin].subject);
}

bool Subjects::in_title(std::uint32_t subject) const {
  return !title_.empty() && named_in(title_, fold(words_as_written(input_, first_[subject]))) > 0;
}

bool Subjects::same(std::uint32_t a, std::uint32_t b) const {
  if (a == b) return true;
  const std::vector<LemmaId>& shorter = lemmas_[a].size() <= lemmas_[b].size() ? lemmas_[a] : lemmas_[b];
  const std::vector<LemmaId>& longer = lemmas_[a].size() <= lemmas_[b].size() ? lemmas_[b] : lemmas_[a];
  return std::search(longer.begin(), longer.end(), shorter.begin(), shorter.end()) != longer.end();
}

SubjectPatterns compile_subjects(const Rule& rule, CompileContext& context) {
  return {.about = context.automaton.add(rule.phrases("about")),
          .general = context.automaton.add(rule.phrases("about-any")),
          .others = context.automaton.add(rule.phrases("about-others"))};
}

Field about_field() {
  return {.name = "about",
          .type = FieldType::phrase_list,
          .description =
              "What a claim must be about; {about} in the message. A companion about another one does not count. Looked for in the "
              "sentence; where the subject is a word of `about-any` or left out, in the sentences before, the headings and the "
              "title."};
}

Field about_any_field() {
  return {.name = "about-any",
          .type = FieldType::phrase_list,
          .description = "Words that may stand for any subject of `about`: it, the supplement."};
}

Field about_others_field() {
  return {.name = "about-others",
          .type = FieldType::phrase_list,
          .description = "What a claim may be about instead: when one of these stands nearest before it, nothing is found."};
}

std::uint32_t behind_lead(const CheckInput& input, IndexRange sentence) {
  constexpr std::uint32_t longest_lead = 7;
  const IndexRange emphasised = emphasised_opening(input, sentence);
  if (!emphasised.empty() && emphasised.end < sentence.end) return emphasised.end;
  return label_before_colon(input, sentence, longest_lead).end;
}

bool opens_sentence(const CheckInput& input, const Match& match) {
  constexpr std::uint32_t longest_lead = 8;
  const IndexRange lead{input.units.sentences[match.sentence].words.begin, match.words.begin};
  if (lead.empty()) return true;
  if (lead.size() > longest_lead) return false;
  if (emphasised_opening(input, lead).end == lead.end) return true;
  const std::string_view gap = gap_before(input, match.words.begin);
  return gap.find(':') != std::string_view::npos || gap.find("\xE2\x80\x93") != std::string_view::npos ||
         gap.find("\xE2\x80\x94") != std::string_view::npos || gap.find(" - ") != std::string_view::npos;
}

bool continues_opening(const CheckInput& input, const Match& match) {
  const Sentence& said = input.units.sentences[match.sentence];
  if ((said.place != Place::list && said.place != Place::table) || match.words.begin <= said.words.begin) return false;
  const auto form = [&](std::uint32_t word) -> std::string_view { return input.vocabulary.form(input.units.words[word].form).text; };
  const std::uint32_t opening = behind_lead(input, said.words);
  if (opening >= match.words.begin) return false;
  const VerbForm opens = verb_form_of(form(opening));
  if (opens == VerbForm::none || opens != verb_form_of(form(match.words.begin))) return false;
  if (gap_before(input, match.words.begin).find_first_of(",;&") != std::string_view::npos) return true;
  return is(form_of(input, match.words.begin - 1), WordClass::coordinator);
}

bool is_link_text(const CheckInput& input, IndexRange words) {
  if (is_in_address(input, words)) return true;
  return std::all_of(input.units.words.begin() + words.begin, input.units.words.begin() + words.end,
                     [](const Word& word) { return (word.flags & word_link) != 0; });
}

}  // namespace stet
