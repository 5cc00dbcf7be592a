#include "units/typed.h"

#include <algorithm>

#include "units/typed_finder.h"

namespace stet {

void TypedFinder::run() {
  for (const Sentence& sentence : units_.sentences) {
    sentence_ = sentence.words;
    for (std::uint32_t word = sentence_.begin; word < sentence_.end;) {
      const std::uint32_t taken = at(word);
      word += std::max(taken, 1U);
    }
  }
}

/// Tries each kind at a word; returns the words taken.
std::uint32_t TypedFinder::at(std::uint32_t word) {
  const Form& here = form(word);
  if ((units_.words[word].flags & word_code) != 0) return 0;
  if (has(word, word_capitalized) && is(word, WordClass::month)) {
    if (const std::uint32_t taken = month_first(word); taken > 0) return taken;
  }
  if (has(word, word_symbol)) return money_first(word);
  if (const auto nth = ordinal(word)) return ordinal_first(word, *nth);
  if ((here.flags & form_number) != 0) return number_first(word);
  if (const std::uint32_t taken = vague_first(word); taken > 0) return taken;
  if (has(word, word_capitalized)) return currency_of(here.text).empty() ? name(word) : money_first(word);
  return 0;
}

std::uint32_t TypedFinder::emit(TypedKind kind, std::uint32_t first, std::uint32_t count, const ReadNumber& value, std::string_view unit) {
  const Span plain{units_.words[first].plain.begin, units_.words[first + count - 1].plain.end};
  units_.typed.push_back({kind, {first, first + count}, plain, value.low, value.high, unit, value.approximate, value.place});
  return count;
}

std::uint32_t TypedFinder::number_first(std::uint32_t word) {
  if (const std::uint32_t taken = day_first(word); taken > 0) return taken;
  if (const std::uint32_t taken = time_first(word); taken > 0) return taken;
  if (const std::uint32_t taken = year_first(word); taken > 0) return taken;
  auto read = interval(word);
  if (!read) return 0;
  std::uint32_t next = word + read->words;
  if (next + 1 < sentence_.end && is(next, WordClass::unit_adjective) && unit_at(next + 1) != nullptr) {  // "five working days"
    ++next;
    ++read->words;
  }
  if (next < sentence_.end) {
    if (const std::uint32_t taken = measured(word, *read, next); taken > 0) return taken;
    if (goes_on_in_letters(next)) return read->words + 1;
  }
  if (read->words == 1 && text(word) == "one") return 0;
  return emit(TypedKind::number, word, read->words, *read);
}

/// What a unit behind a number makes of it; 0 where there is none.
std::uint32_t TypedFinder::measured(std::uint32_t word, const ReadNumber& read, std::uint32_t next) {
  const std::string_view unit = text(next);
  if (unit == "%" || unit == "percent" || unit == "per") return percent(word, read, next);
  if (unit == "\xC2\xB0") return degrees(word, read, next);
  const std::string_view currency = currency_of(unit);
  const bool sign_behind = unit != "$" || (between(next).empty() && !has(next + 1, word_joined));  // "3.5$", and not "5 $10 notes"
  if (!currency.empty() && sign_behind) return emit(TypedKind::money, word, read.words + 1, read, currency);
  if (unit == "p" && goes_on_in_letters(next) && read.high < 100) return emit(TypedKind::money, word, read.words + 1, read, "penny");
  if (unit == "mm" && text(next + 1) == "hg") return emit(TypedKind::quantity, word, read.words + 2, read, "mmHg");
  for (const auto read_compound : {&TypedFinder::power, &TypedFinder::speed, &TypedFinder::ratio}) {
    if (const std::uint32_t taken = (this->*read_compound)(word, read, next); taken > 0) return taken;
  }
  const Measure* measure = unit_at(next);
  if (measure == nullptr) return 0;
  ReadNumber whole = scaled(read, *measure);
  const std::uint32_t upper = upper_end(next + 1, *measure, whole);
  return emit(measure->kind, word, read.words + 1 + upper, whole, measure->unit);
}

/// "5 km - 10 km": the words that a second end with a unit of its own takes, the dash before it; 0 when there is none. The value then ends
/// there.
std::uint32_t TypedFinder::upper_end(std::uint32_t word, const Measure& measure, ReadNumber& whole) const {
  if (!dash_before(word) || whole.low != whole.high) return 0;
  const auto upper = value(word);
  const Measure* unit = upper ? unit_at(word + upper->words) : nullptr;
  if (unit == nullptr || unit->kind != measure.kind || unit->unit != measure.unit) return 0;
  const ReadNumber end = scaled(*upper, *unit);
  if (end.low <= whole.low) return 0;
  whole.high = end.high;
  whole.place = std::max(whole.place, end.place);
  return upper->words + 1;
}

/// "a few days", "several weeks", "a couple of hours".
std::uint32_t TypedFinder::vague_first(std::uint32_t word) {
  const std::string_view here = text(word);
  ReadNumber read{0, 0, 1, true};
  if (here == "several") {
    read.low = 3, read.high = 9;
  } else if (here == "few" && word > sentence_.begin && text(word - 1) == "a") {
    read.low = 2, read.high = 6;
  } else if (here == "couple" && text(word + 1) == "of") {
    read.low = 2, read.high = 3, read.words = 2;
  } else {
    return 0;
  }
  const Measure* measure = word + read.words < sentence_.end ? unit_at(word + read.words) : nullptr;
  if (measure == nullptr || measure->kind != TypedKind::duration) return 0;
  return emit(TypedKind::duration, word, read.words + 1, scaled(read, *measure), measure->unit);
}

std::uint32_t TypedFinder::percent(std::uint32_t word, const ReadNumber& read, std::uint32_t next) {
  const bool per_cent = text(next) == "per" && text(next + 1) == "cent";
  if (text(next) == "per" && !per_cent) return emit(TypedKind::number, word, read.words, read);
  return emit(TypedKind::percent, word, read.words + (per_cent ? 2 : 1), read, "%");
}

/// "40 square kilometers" and "40 km²" in square meters, "9 cubic metres" and "9 m³" in liters.
std::uint32_t TypedFinder::power(std::uint32_t word, const ReadNumber& read, std::uint32_t next) {
  constexpr double liters = 1000;  // of a cubic meter
  const bool squared = text(next) == "square" || text(next) == "sq";
  const bool cubed = text(next) == "cubic";
  const std::uint32_t unit = squared || cubed ? next + 1 : next;
  const Measure* side = unit < sentence_.end ? unit_at(unit) : nullptr;
  if (side == nullptr || side->unit != "m") return 0;
  const std::string_view behind = std::string_view(article_.plain).substr(units_.words[unit].plain.end);
  const std::uint32_t taken = unit + 1 - word;
  const double area = side->factor * side->factor;
  if (squared || behind.starts_with("\xC2\xB2")) return emit(side->kind, word, taken, scaled(read, {side->kind, "m2", area, 0}), "m2");
  if (!cubed && !behind.starts_with("\xC2\xB3")) return 0;
  return emit(side->kind, word, taken, scaled(read, {side->kind, "l", area * side->factor * liters, 0}), "l");
}

/// "5 mg/dL", "2 mg/kg": a mass in a volume or in a mass.
std::uint32_t TypedFinder::ratio(std::uint32_t word, const ReadNumber& read, std::uint32_t next) {
  if (next + 1 >= sentence_.end || between(next + 1) != "/") return 0;
  const Measure* part = unit_at(next);
  const Measure* whole = measure_of(text(next + 1));
  if (part == nullptr || whole == nullptr || part->unit != "g" || (whole->unit != "l" && whole->unit != "g")) return 0;
  const std::string_view unit = whole->unit == "l" ? "g/l" : "g/g";
  return emit(part->kind, word, next + 2 - word, scaled(read, {part->kind, unit, part->factor / whole->factor, 0}), unit);
}

/// "90 km/h", "20 metres per second", "50 kilometres an hour".
std::uint32_t TypedFinder::speed(std::uint32_t word, const ReadNumber& read, std::uint32_t next) {
  constexpr double hour = 3600;
  const Measure* way = unit_at(next);
  if (way == nullptr || way->kind != TypedKind::quantity || way->unit != "m") return 0;
  const bool slash = next + 1 < sentence_.end && between(next + 1) == "/";
  const std::uint32_t behind = slash ? next + 1 : next + 2;
  if (behind >= sentence_.end || (!slash && !is(next + 1, WordClass::rate_determiner))) return 0;
  const Measure* time = measure_of(text(behind));
  if (time == nullptr || time->kind != TypedKind::duration || time->factor > hour) return 0;
  return emit(TypedKind::quantity, word, behind + 1 - word, scaled(read, {way->kind, "m/s", way->factor / time->factor, 0}), "m/s");
}

std::uint32_t TypedFinder::degrees(std::uint32_t word, ReadNumber read, std::uint32_t next) {
  if (is_negative(word)) {
    std::swap(read.low, read.high);
    read.low = -read.low;
    read.high = -read.high;
  }
  const Measure* measure = next + 1 < sentence_.end ? measure_of(text(next + 1)) : nullptr;
  if (measure == nullptr || measure->unit != "K") return emit(TypedKind::number, word, read.words, read);
  return emit(TypedKind::quantity, word, read.words + 2, scaled(read, *measure), "K");
}

/// "-8 °C", "minus 8 °C".
bool TypedFinder::is_negative(std::uint32_t word) const {
  if (word > sentence_.begin && text(word - 1) == "minus") return true;
  const std::string_view before = std::string_view(article_.plain).substr(0, units_.words[word].plain.begin);
  const std::size_t sign = before.ends_with('-') ? 1 : before.ends_with("\xE2\x88\x92") ? 3 : 0;
  if (sign == 0) return false;
  const std::size_t first = before.size() - sign;
  return first == 0 || before[first - 1] == ' ' || before[first - 1] == '(' || before[first - 1] == '\n';
}

/// "| 20 in |", "20 in, with the lid".
bool TypedFinder::is_inch(std::uint32_t word) const {
  if (text(word) != "in" || word == sentence_.begin || !has(word - 1, word_number)) return false;
  return word + 1 >= sentence_.end || between(word + 1) != " ";
}

/// A unit word behind a number. Single letters count only when they are written as the unit is: "5 m", "5 l", "5 W", "5 V".
const Measure* TypedFinder::unit_at(std::uint32_t word) const {
  const Measure* measure = measure_of(is_inch(word) ? "inch" : text(word));
  if (measure == nullptr || (word > sentence_.begin && word < sentence_.end && between(word).find(',') != std::string_view::npos))
    return nullptr;
  const bool letter = text(word).size() == 1;
  const bool of_a_name = measure->unit == "W" || measure->unit == "V";                   // units that are called after somebody
  if (letter && has(word + 1, word_joined) && between(word + 1) == "-") return nullptr;  // "5 t-shirts"
  if (letter && (measure->unit == "K" || (has(word, word_capitalized) && !of_a_name)) && text(word) != "l") return nullptr;
  return measure;
}

ReadNumber TypedFinder::scaled(ReadNumber read, const Measure& measure) {
  read.low = read.low * measure.factor + measure.offset;
  read.high = read.high * measure.factor + measure.offset;
  read.place *= measure.factor;
  return read;
}

std::uint32_t TypedFinder::money_first(std::uint32_t word) {
  const std::string_view currency = currency_of(text(word));
  if (currency.empty() || word + 1 >= sentence_.end) return 0;
  const auto read = interval(word + 1, word);
  return read ? emit(TypedKind::money, word, read->words + 1, *read, currency) : 0;
}

bool TypedFinder::begins_name(std::uint32_t word) const { return has(word, word_capitalized) && (form(word).flags & form_stop_word) == 0; }

/// Capitalized words in a row, with particles in between: "Marie Curie", "Ludwig van Beethoven", "University of Leeds". Two or more are a
/// name; one is a proper noun when it does not open the sentence.
std::uint32_t TypedFinder::name(std::uint32_t word) {
  if (!begins_name(word)) return 0;
  std::uint32_t count = 1;
  std::uint32_t capitals = 1;
  for (std::uint32_t w = word + 1; w < sentence_.end && count < 8; ++w) {
    const std::string_view gap = between(w);
    if (gap != " " && gap != "-" && gap != ". " && gap != "'s " && gap != "\xE2\x80\x99s ") break;
    if (begins_name(w) && (gap.size() < 3 || capitals > 1)) {
      count = w + 1 - word;
      ++capitals;
    } else if (!is(w, WordClass::name_particle)) {
      break;
    }
  }
  if (capitals == 1 && (word == sentence_.begin || month_of(vocabulary_.grammar(), text(word)) > 0)) return 0;
  if (capitals > 1) emit(TypedKind::name, word, count, {});
  return emit(TypedKind::proper, word, count, {});
}

void find_typed(const Article& article, const Vocabulary& vocabulary, Units& units) { TypedFinder(article, vocabulary, units).run(); }

}  // namespace stet
