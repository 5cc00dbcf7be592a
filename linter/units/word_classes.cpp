#include "units/word_classes.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "units/vocabulary.h"

namespace stet {
namespace {

/// Space-separated words of each class.
constexpr std::string_view stop_words =
    " a about above across after again against all almost along already also although always am among an and another any are around as at "
    "away back "
    "be because been before behind being below between both but by can could did do does doing done down during each either enough etc "
    "even ever every "
    "few for from further get had has have having he her here hers herself him himself his how however i if in into is it its itself just "
    "last least less "
    "many may me might mine more most much must my myself near neither never next no nor not now of off often on once one only onto or "
    "other others our "
    "ours out over own per perhaps quite rather same shall she should since so some such than that the their theirs them themselves then "
    "there these they "
    "this those though through thus to together too toward towards under until up upon us very via was we well were what whatever when "
    "where whether "
    "which while who whom whose why will with within without would yet you your yours yourself yourselves ";
constexpr std::string_view negators =
    " not no never without neither nor none nobody nothing nowhere hardly scarcely barely lack lacks lacking ";
constexpr std::string_view modals = " can could may might must shall should will would ";
constexpr std::string_view pronouns = " it they he she this these those them its their his her we i you ";
constexpr std::string_view be_forms = " am is are was were be been being ";
constexpr std::string_view questions = " what who whom whose which why how when where ";

constexpr auto number_words = std::to_array<std::pair<std::string_view, double>>({
    {"zero", 0},      {"one", 1},        {"two", 2},       {"three", 3},      {"four", 4},        {"five", 5},      {"six", 6},
    {"seven", 7},     {"eight", 8},      {"nine", 9},      {"ten", 10},       {"eleven", 11},     {"twelve", 12},   {"thirteen", 13},
    {"fourteen", 14}, {"fifteen", 15},   {"sixteen", 16},  {"seventeen", 17}, {"eighteen", 18},   {"nineteen", 19}, {"twenty", 20},
    {"thirty", 30},   {"forty", 40},     {"fifty", 50},    {"sixty", 60},     {"seventy", 70},    {"eighty", 80},   {"ninety", 90},
    {"hundred", 100}, {"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9},  {"trillion", 1e12}, {"dozen", 12},    {"half", 0.5},
});

constexpr auto ordinal_words = std::to_array<std::pair<std::string_view, double>>({
    {"first", 1},       {"second", 2},      {"third", 3},      {"fourth", 4},      {"fifth", 5},        {"sixth", 6},
    {"seventh", 7},     {"eighth", 8},      {"ninth", 9},      {"tenth", 10},      {"eleventh", 11},    {"twelfth", 12},
    {"thirteenth", 13}, {"fourteenth", 14}, {"fifteenth", 15}, {"sixteenth", 16},  {"seventeenth", 17}, {"eighteenth", 18},
    {"nineteenth", 19}, {"twentieth", 20},  {"thirtieth", 30}, {"fortieth", 40},   {"fiftieth", 50},    {"sixtieth", 60},
    {"seventieth", 70}, {"eightieth", 80},  {"ninetieth", 90}, {"hundredth", 100},
});

using Flags = std::unordered_map<std::string_view, std::uint16_t>;

void add_class(Flags& flags, std::string_view words, FormFlag flag) {
  for (std::size_t begin = 1; begin < words.size();) {
    const std::size_t end = words.find(' ', begin);
    std::uint16_t& known = flags[words.substr(begin, end - begin)];
    known = static_cast<std::uint16_t>(known | flag);
    begin = end + 1;
  }
}

Flags all_classes() {
  Flags flags;
  add_class(flags, stop_words, form_stop_word);
  add_class(flags, negators, form_negator);
  add_class(flags, modals, form_modal);
  add_class(flags, pronouns, form_pronoun);
  add_class(flags, be_forms, form_be);
  add_class(flags, questions, form_question);
  for (const auto& [word, value] : number_words) flags[word] |= form_number;
  return flags;
}

}  // namespace

double number_word_value(std::string_view folded) {
  const auto* entry = std::find_if(number_words.begin(), number_words.end(), [&](const auto& pair) { return pair.first == folded; });
  return entry == number_words.end() ? -1 : entry->second;
}

double ordinal_word_value(std::string_view folded) {
  const auto* entry =
      std::find_if(std::begin(ordinal_words), std::end(ordinal_words), [&](const auto& pair) { return pair.first == folded; });
  return entry == std::end(ordinal_words) ? -1 : entry->second;
}

std::uint16_t class_flags(std::string_view folded) {
  if (!folded.empty() && folded[0] >= '0' && folded[0] <= '9') return folded.find(' ') == std::string_view::npos ? form_number : 0;
  static const Flags classes = all_classes();
  const auto known = classes.find(folded);
  return known == classes.end() ? std::uint16_t{0} : known->second;
}

}  // namespace stet
