#include "checks/counts/number_names.h"

#include <algorithm>
#include <map>
#include <utility>

#include "claims/value_reader.h"
#include "units/word_classes.h"

namespace stet {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); }

char at(const CheckInput& input, std::size_t place) { return place < input.article.plain.size() ? input.article.plain[place] : ' '; }

/// "The 50/30/20 rule", "a 4-7-8 pattern": a number that touches another one is part of a name.
bool is_one_of_a_row(const CheckInput& input, const Typed& typed) {
  const auto joins = [](char c) { return c == '-' || c == '/'; };
  const bool before = typed.plain.begin > 1 && joins(at(input, typed.plain.begin - 1)) && is_digit(at(input, typed.plain.begin - 2));
  return before || (joins(at(input, typed.plain.end)) && is_digit(at(input, typed.plain.end + 1)));
}

/// "Omega-3 fats": a number behind the hyphen of a word, whichever hyphen that is, is part of it; and not of "our top-10 tips", which are
/// ten.
bool ends_a_word(const CheckInput& input, const Typed& typed) {
  if (typed.words.empty() || typed.words.begin == 0 || (input.units.words[typed.words.begin].flags & word_joined) == 0) return false;
  const std::string_view before = form_of(input, typed.words.begin - 1).text;
  return !before.empty() && is_letter(before.back()) && before != "top";
}

/// "18F", "2-AG": capitals that touch the number; and not "6-Stage".
bool touches_capitals(const CheckInput& input, const Typed& typed) {
  const std::size_t end = typed.plain.end;
  if (!is_digit(at(input, end - 1))) return false;
  if (is_letter(at(input, end))) return true;
  return at(input, end) == '-' && is_upper(at(input, end + 1)) && !(is_letter(at(input, end + 2)) && !is_upper(at(input, end + 2)));
}

/// A stem and the number in digits behind it, and which words follow those two.
struct NumberedNames {
  struct Behind {
    std::uint32_t form = no_index;  ///< of the first such word; no_index where a sentence ends
    bool several = false;           ///< another word follows elsewhere
  };
  std::map<std::pair<StemId, double>, Behind> of;

  explicit NumberedNames(const CheckInput& input) {
    for (const Sentence& sentence : input.units.sentences) add(input, sentence.words);
  }

 private:
  void add(const CheckInput& input, IndexRange sentence) {
    const auto& all = input.units.typed;
    auto typed = std::partition_point(all.begin(), all.end(), [&](const Typed& one) { return one.words.begin <= sentence.begin; });
    for (; typed != all.end() && typed->words.end <= sentence.end; ++typed) {
      if (typed->words.empty() || !is_digit(at(input, typed->plain.begin))) continue;
      const std::uint32_t form = typed->words.end < sentence.end ? input.units.words[typed->words.end].form : no_index;
      const auto [known, is_new] = of.emplace(std::pair(form_of(input, typed->words.begin - 1).stem, typed->low), Behind{form});
      if (!is_new && known->second.form != form) known->second.several = true;
    }
  }
};

/// "Helm 4 has three features", where "Helm 4" is said before other words, too: a release or a part, and no count.
bool is_numbered_name(const CheckInput& input, const Typed& typed) {
  const Word& before = input.units.words[typed.words.begin - 1];
  if (!is_upper(at(input, before.plain.begin)) || !is_content(form_of(input, typed.words.begin - 1))) return false;
  const auto& names = input.derived->get<NumberedNames>([&] { return NumberedNames(input); }).of;
  const auto known = names.find(std::pair(form_of(input, typed.words.begin - 1).stem, typed.low));
  return known != names.end() && known->second.several;
}

}  // namespace

bool says_which(const CheckInput& input, const Typed& typed) {
  if (is_one_of_a_row(input, typed) || ends_a_word(input, typed) || touches_capitals(input, typed)) return true;
  if (is_part_of_version(input.article, typed.plain) || input.article.text(typed.plain).find('.') != std::string_view::npos) return true;
  if (typed.words.begin == 0) return false;
  const Form& before = form_of(input, typed.words.begin - 1);
  const std::string_view gap = input.article.text({input.units.words[typed.words.begin - 1].plain.end, typed.plain.begin});
  if (gap != " ") return false;
  return before.text == "between" || is(before, WordClass::numbered_thing) || is(before, WordClass::pointing_back) ||
         is_numbered_name(input, typed);
}

}  // namespace stet
