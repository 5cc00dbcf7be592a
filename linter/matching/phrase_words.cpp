#include "matching/phrase_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "rules/nearest.h"
#include "rules/yaml.h"
#include "text/unicode.h"
#include "units/sentences.h"
#include "units/words.h"

namespace stet {
namespace {

std::vector<Word> read_words(std::string_view text, Vocabulary& vocabulary) {
  Article article;
  article.plain = text;
  const TextRun run{.plain = {0, static_cast<std::uint32_t>(text.size())}};
  std::vector<Word> words;
  append_words(article, run, vocabulary, words);
  return words;
}

/// Punctuation that an editor may write in a phrase: an article's words are found with it or without.
bool is_ignored(char32_t c) {
  constexpr std::u32string_view ignored = U"-/‐‑–—.,;:!?'\"‘’“”«»`…_";
  return is_space(c) || ignored.find(c) != std::u32string_view::npos;
}

/// The first sign outside all words that is more than punctuation, as text; or empty.
std::string lost_sign(std::string_view text, const std::vector<Word>& words) {
  for (std::size_t offset = 0; offset < text.size();) {
    const auto start = static_cast<std::uint32_t>(offset);
    const char32_t c = next_code_point(text, offset);
    const bool kept = std::any_of(words.begin(), words.end(), [&](const Word& word) { return word.plain.contains(start); });
    if (!kept && !is_ignored(c) && !continues_word(c)) return std::string(text.substr(start, offset - start));
  }
  return {};
}

/// Does a sentence end behind these words when another word follows?
bool ends_sentence(std::string_view text) {
  const std::string followed = std::string(text) + " Next word.";
  const auto ends = sentence_ends(followed, builtin_grammar());
  return !ends.empty() && ends.front() < followed.size();
}

class Judge {
 public:
  explicit Judge(std::vector<std::string> outer) : captured_(std::move(outer)) {}

  std::optional<PhraseError> judge(const Phrase& phrase, bool last) {
    if (phrase.kind == PhraseKind::word || phrase.kind == PhraseKind::exact) return judge_word(phrase, last);
    if (phrase.kind == PhraseKind::capture && phrase.children.empty()) return judge_reference(phrase);
    for (std::size_t i = 0; i < phrase.children.size(); ++i) {
      expression_ =
          i + 1 < phrase.children.size() && phrase.children[i + 1].kind == PhraseKind::any && phrase.children[i].text.ends_with('.');
      const bool is_last = last && (phrase.kind != PhraseKind::sequence || i + 1 == phrase.children.size());
      if (auto fault = judge(phrase.children[i], is_last)) return fault;
    }
    if (phrase.kind == PhraseKind::capture) captured_.push_back(phrase.text);
    return std::nullopt;
  }

 private:
  Vocabulary vocabulary_;
  std::vector<std::string> captured_;
  bool expression_ = false;  ///< a full stop stands right before a `*`

  std::optional<PhraseError> judge_word(const Phrase& phrase, bool last) {
    const std::vector<Word> words = read_words(phrase.text, vocabulary_);
    if (const std::string sign = lost_sign(phrase.text, words); !sign.empty()) {
      return PhraseError{phrase.column, fmt::format("`{}` is never part of a word", sign),
                         "leave it out, or write the phrase as {regex: …}"};
    }
    if (words.empty()) return PhraseError{phrase.column, "there is no word here", "punctuation is not matched; leave it out"};
    if (!last && expression_ && ends_sentence(phrase.text)) {
      return PhraseError{phrase.column, "`.*` is no gap in a phrase", "write `...` for up to eight words, or the whole as {regex: '…'}"};
    }
    if (!last && ends_sentence(phrase.text)) {
      return PhraseError{phrase.column, fmt::format("a sentence ends behind `{}`", phrase.text),
                         "a phrase is found inside one sentence: end it here, or leave the stop out"};
    }
    return std::nullopt;
  }

  std::optional<PhraseError> judge_reference(const Phrase& phrase) const {
    if (std::find(captured_.begin(), captured_.end(), phrase.text) != captured_.end()) return std::nullopt;
    const std::string near = nearest(phrase.text, {captured_.begin(), captured_.end()});
    return PhraseError{
        phrase.column, fmt::format("nothing captures `${}` before this", phrase.text),
        near.empty() ? fmt::format("write `${}:` in front of what it holds", phrase.text) : fmt::format("did you mean `${}`?", near)};
  }
};

}  // namespace

std::vector<FormId> words_of(std::string_view text, Vocabulary& vocabulary) {
  std::vector<FormId> forms;
  for (const Word& word : read_words(text, vocabulary)) forms.push_back(word.form);
  return forms;
}

std::vector<FormId> forms_of_be(std::string_view text, Vocabulary& vocabulary) {
  const std::vector<FormId> written = words_of(text, vocabulary);
  std::vector<FormId> forms;
  if (written.size() != 1 || vocabulary.form(written.front()).text != "be") return forms;
  for (const std::string_view form : {"be", "is", "are", "was", "were", "been", "being", "am"}) forms.push_back(vocabulary.add(form));
  return forms;
}

std::optional<PhraseError> never_matches(const Phrase& phrase, const std::vector<std::string>& outer) {
  return Judge(outer).judge(phrase, true);
}

}  // namespace stet
