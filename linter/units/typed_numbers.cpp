// Values and ranges: "2.5 million", "at least 20", "between 5 and 7", "twenty-first".
#include <algorithm>
#include <cmath>

#include "text/decimal.h"
#include "units/plural.h"
#include "units/typed_finder.h"

namespace stet {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double most_of_a_part = 10;  // "half to two hours", and not "cut in half to 45 days"
constexpr double nearly = 0.1;         // "just under 50" is no less than 45

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<double> TypedFinder::digits(std::uint32_t word) const {
  if (!has(word, word_number)) return std::nullopt;
  return decimal_at_start(form(word).text);
}

/// 0.1 of "2.5", 1 of "25" and "twenty".
double TypedFinder::place_of_last_digit(std::uint32_t word) const { return has(word, word_number) ? last_digit_worth(text(word)) : 1; }

double TypedFinder::multiplier(std::uint32_t word) const {
  const std::string_view t = text(word);
  if (is(word, WordClass::multiplier)) return number_of(t);
  if (!has(word, word_joined)) return 0;
  if (t == "m") return is_million(word) ? 1e6 : 0;
  return t == "k" ? 1e3 : t == "bn" ? 1e9 : 0;
}

/// "£70m", "70m visitors": where nothing is paid or counted it is 70 metres.
bool TypedFinder::is_million(std::uint32_t word) const {
  constexpr std::uint32_t longest = 4;  // words: "$90m-150m"
  const std::uint32_t first = std::max(sentence_.begin, word - std::min(word, longest));
  for (std::uint32_t w = first; w < word; ++w) {
    if (has(w, word_symbol) && !currency_of(text(w)).empty()) return true;
  }
  const std::uint32_t next = word + 1;
  return next < sentence_.end && between(next) == " " && (is_plural(form(next)) || !currency_of(text(next)).empty());
}

/// "1080p", "5G", "3D": a letter behind digits that is no unit makes another word of them. "20s" is twenty and some.
bool TypedFinder::goes_on_in_letters(std::uint32_t word) const {
  return has(word, word_joined) && between(word).empty() && has(word - 1, word_number) && text(word).size() == 1 &&
         !has(word, word_number) && !has(word, word_symbol) && text(word) != "s" && text(word) != "x";
}

/// "1/2 cup", "1 1/2 cups", "1 ½ cups": before a unit, for "1/2" may be a date or a score.
std::optional<ReadNumber> TypedFinder::fraction(std::uint32_t word) const {
  const auto parts = [&](std::uint32_t at) {  // 0 where there is no simple fraction
    const auto numerator = digits(at);
    const auto denominator = at + 1 < sentence_.end ? digits(at + 1) : std::nullopt;
    if (!numerator || !denominator || between(at + 1) != "/" || *numerator >= *denominator) return 0.0;
    const bool simple = *denominator == 2 || *denominator == 3 || *denominator == 4 || *denominator == 8;
    return simple ? *numerator / *denominator : 0.0;
  };
  const auto read = [&](double value, std::uint32_t words) -> std::optional<ReadNumber> {
    if (word + words >= sentence_.end || unit_at(word + words) == nullptr) return std::nullopt;
    return ReadNumber{value, value, words, false};
  };
  if (const double alone = parts(word); alone > 0) return read(alone, 2);
  const auto whole = digits(word);
  if (!whole || *whole != std::floor(*whole) || word + 1 >= sentence_.end || between(word + 1) != " ") return std::nullopt;
  if (const double behind = parts(word + 1); behind > 0) return read(*whole + behind, 3);
  const bool sign = has(word + 1, word_number) && !is_ascii_digit(article_.plain[units_.words[word + 1].plain.begin]);  // "½"
  return sign ? read(*whole + *digits(word + 1), 2) : std::nullopt;
}

/// One value: digits or number words, with multipliers: "2.5 million", "twenty five", "a dozen".
std::optional<ReadNumber> TypedFinder::value(std::uint32_t word) const {
  ReadNumber read;
  double total = 0;
  if (const auto mixed = fraction(word)) return mixed;
  if (const auto number = digits(word)) {
    total = *number;
    read.words = 1;
  } else {
    for (std::uint32_t w = word; w < sentence_.end; ++w) {
      const double part = number_of(text(w));
      if (part < 0) break;
      total = part >= 100 && total > 0 ? total * part : total + part;
      read.place = part >= 1000 && read.words > 0 ? part : 0;
      ++read.words;
    }
    if (read.words == 0) return std::nullopt;
  }
  double factor = multiplier(word + read.words);
  if (factor > 0) read.place = place_of_last_digit(word);
  while (factor > 0) {
    total *= factor;
    read.place *= factor;
    ++read.words;
    factor = multiplier(word + read.words);
  }
  // "Four and a half hours".
  const std::uint32_t behind = word + read.words;
  if (text(behind) == "and" && text(behind + 1) == "a" && text(behind + 2) == "half" && behind + 3 < sentence_.end &&
      unit_at(behind + 3) != nullptr) {
    total += 0.5;
    read.words += 3;
  }
  read.low = read.high = total;
  return read;
}

std::string_view TypedFinder::between(std::uint32_t word) const {
  return article_.text({units_.words[word - 1].plain.end, units_.words[word].plain.begin});
}

bool TypedFinder::dash_before(std::uint32_t word) const {
  if (word >= sentence_.end) return false;
  const std::string_view gap = between(word);
  return gap == "-" || gap == "\xE2\x80\x93" || gap == " - " || gap == " \xE2\x80\x93 ";
}

/// A value or a range, with what stands before it: "at least 20", "10–12", "between 5 and 7".
std::optional<ReadNumber> TypedFinder::interval(std::uint32_t word) const { return interval(word, word); }

/// `first` is where the whole begins, a currency sign included.
std::optional<ReadNumber> TypedFinder::interval(std::uint32_t word, std::uint32_t first) const {
  auto read = value(word);
  if (!read) return read;
  const std::uint32_t next = word + read->words;
  const bool to = text(next) == "to" || (text(next) == "and" && first > sentence_.begin && text(first - 1) == "between");
  const std::uint32_t second = to ? next + 1 : next;
  if ((to || dash_before(next)) && second < sentence_.end) {
    if (const auto upper = value(second);
        upper && upper->low > read->low && (read->low >= 1 || upper->low <= most_of_a_part || first < word)) {
      // "5 to 10 million", "$90-150M": what multiplies the upper end multiplies the lower one too.
      const double plain = digits(second).value_or(number_of(text(second)));
      if (read->words == 1 && upper->words > 1 && plain > read->low && upper->low >= plain * 1000) read->low *= upper->low / plain;
      read->high = upper->low;
      read->words = second + upper->words - word;
      read->place = std::max(read->place, upper->place);
    }
  }
  or_more(word + read->words, *read);
  qualify(first, *read);
  return read;
}

/// "three or more", "20 or less", "20+".
void TypedFinder::or_more(std::uint32_t next, ReadNumber& read) const {
  if (text(next) == "+" && has(next, word_joined) && !has(next + 1, word_joined)) {
    read.high = infinity;
    ++read.words;
    return;
  }
  if (text(next) != "or") return;
  const std::string_view direction = text(next + 1);
  if (direction == "more" || direction == "greater" || direction == "higher") {
    read.high = infinity;
  } else if (direction == "less" || direction == "fewer") {
    read.low = -infinity;
  } else {
    return;
  }
  read.words += 2;
}

/// "<5", "≥ 20", "~4".
void TypedFinder::qualify_by_sign(std::uint32_t word, ReadNumber& read) const {
  std::string_view before = std::string_view(article_.plain).substr(0, units_.words[word].plain.begin);
  if (before.ends_with(' ')) before.remove_suffix(1);
  if (before.ends_with('<') || before.ends_with("\xE2\x89\xA4")) read.low = -infinity;
  if (before.ends_with('>') || before.ends_with("\xE2\x89\xA5")) read.high = infinity;
  if (before.ends_with('~') || before.ends_with("\xE2\x89\x88")) read.approximate = true;
}

namespace {

/// "At least", "over", "more than": two words before a number, of which the first may be any.
bool are_lower_bound(std::string_view two, std::string_view one) {
  return (one == "least" && two == "at") || one == "over" || one == "exceeding" || (one == "than" && (two == "more" || two == "greater"));
}

/// "Up to", "under", "less than".
bool are_upper_bound(std::string_view two, std::string_view one) {
  return (one == "to" && two == "up") || one == "under" || one == "below" || (one == "most" && two == "at") ||
         (one == "than" && (two == "less" || two == "fewer"));
}

}  // namespace

void TypedFinder::qualify(std::uint32_t word, ReadNumber& read) const {
  qualify_by_sign(word, read);
  if (word == sentence_.begin) return;
  const std::string_view one = text(word - 1);
  const std::string_view two = word > sentence_.begin + 1 ? text(word - 2) : std::string_view();
  const bool less = one == "under" || one == "below";
  const bool negated = word > sentence_.begin + 2 && text(word - 3) == "no";
  if (is(word - 1, WordClass::approximation) || (one == "to" && two == "close")) {
    read.approximate = true;
  } else if ((less || one == "over" || one == "above") && word > sentence_.begin + 1 && is(word - 2, WordClass::slightly)) {
    (less ? read.low : read.high) *= less ? 1 - nearly : 1 + nearly;
  } else if (are_lower_bound(two, one)) {
    (negated ? read.low : read.high) = negated ? -infinity : infinity;
  } else if (are_upper_bound(two, one)) {
    (negated ? read.high : read.low) = negated ? infinity : -infinity;
  }
}

/// "third", "2nd", "twenty-first".
std::optional<ReadNumber> TypedFinder::ordinal(std::uint32_t word) const {
  if (const double nth = is(word, WordClass::ordinal) ? ordinal_of(text(word)) : -1; nth > 0) return ReadNumber{nth, nth, 1, false};
  if (word + 1 >= sentence_.end || !has(word + 1, word_joined)) return std::nullopt;
  const std::string_view ending = text(word + 1);
  if (const auto number = digits(word); number && (ending == "st" || ending == "nd" || ending == "rd" || ending == "th"))
    return ReadNumber{*number, *number, 2, false};
  const double tens = number_of(text(word));
  const double ones = ordinal_of(ending);
  if (tens >= 20 && tens < 100 && ones > 0 && ones < 10) return ReadNumber{tens + ones, tens + ones, 2, false};
  return std::nullopt;
}

}  // namespace stet
