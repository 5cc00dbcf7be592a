#include "claims/circumstances.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "matching/clauses.h"

namespace stet {
namespace {

template <std::size_t Size>
bool among(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// What may narrow down what stands before it.
constexpr auto qualifying = std::to_array<std::string_view>(
    {"for",    "in",     "during",  "when",   "if",   "unless", "until", "while", "by",   "at", "among", "under", "after",
     "before", "within", "without", "except", "with", "on",     "above", "below", "only", "to", "as",    "since", "that"});
/// What only an opening begins with.
constexpr auto opening_words =
    std::to_array<std::string_view>({"from", "between", "across", "outside", "inside", "once", "beyond", "near", "over"});
constexpr float least_weight = 2.5F;  ///< of a word that tells circumstances apart: "night" has 3.0

bool qualifies(const CheckInput& input, std::uint32_t word) { return among(qualifying, form_of(input, word).text); }

bool opens(const CheckInput& input, std::uint32_t word) {
  return qualifies(input, word) || among(opening_words, form_of(input, word).text);
}

class Reader {
 public:
  Reader(const CheckInput& input, std::uint32_t sentence, IndexRange words)
      : input_(input), sentence_(sentence), whole_(input.units.sentences[sentence].words), words_(words) {}

  std::vector<WordKey> read(const CircumstanceLists& lists) {
    add_following();
    add_opening();
    add_audience(lists.audience);
    std::sort(keys_.begin(), keys_.end());
    keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
    return std::move(keys_);
  }

 private:
  const CheckInput& input_;
  std::uint32_t sentence_;
  IndexRange whole_;
  IndexRange words_;
  std::vector<WordKey> keys_;

  void add(IndexRange range) {
    for (std::uint32_t word = range.begin; word < range.end; ++word) {
      const Form& form = form_of(input_, word);
      if (form.weight >= least_weight) keys_.push_back(key_of(input_, form.stem));
    }
  }

  void add_following() {
    const IndexRange clause = clause_of(input_.article, input_.units, input_.vocabulary, sentence_, words_.end - 1);
    constexpr auto joining = std::to_array<std::string_view>({"while", "when", "if", "unless", "until"});
    const bool joined =
        words_.end < whole_.end && words_.end >= clause.end && among(joining, form_of(input_, words_.end).text) &&
        input_.article.text({input_.units.words[words_.end - 1].plain.end, input_.units.words[words_.end].plain.begin}) == " ";
    if (joined) {  // "… is deleted while it rains"
      add(clause_of(input_.article, input_.units, input_.vocabulary, sentence_, words_.end));
      return;
    }
    if (words_.end < clause.end && form_of(input_, words_.end).text.ends_with("ly")) add({words_.end, words_.end + 1});
    const bool follows = words_.end < clause.end && qualifies(input_, words_.end);
    if (follows || qualifies(input_, words_.end - 1)) return add({words_.end, std::max(words_.end, clause.end)});
    add_behind_object(clause.end);
  }

  /// "may use | the sauna on Fridays".
  void add_behind_object(std::uint32_t end) {
    constexpr auto times =
        std::to_array<std::string_view>({"on", "in", "during", "at", "until", "before", "after", "when", "if", "unless"});
    constexpr auto joints = std::to_array<std::string_view>({"and", "or", "but", "which", "that", "who"});
    constexpr std::uint32_t longest_object = 4;
    for (std::uint32_t word = words_.end; word < std::min(end, words_.end + longest_object); ++word) {
      if (among(joints, form_of(input_, word).text) || (form_of(input_, word).flags & form_be) != 0) return;
      if (among(times, form_of(input_, word).text)) return add({word, end});
    }
  }

  /// Up to a comma; without one, up to where the subject begins.
  void add_opening() {
    if (!opens(input_, whole_.begin) || whole_.begin >= words_.begin) return;
    IndexRange opening = clause_of(input_.article, input_.units, input_.vocabulary, sentence_, whole_.begin);
    if (opening.end > words_.begin) {
      opening.end = opening_end();
      if (opening.end >= words_.begin && words_.begin - whole_.begin > 3) return;
    }
    add(opening);
  }

  /// "In summer | no dog …", "From May to June | we …": where a determiner, pronoun or denial follows a content word.
  std::uint32_t opening_end() const {
    constexpr auto starts = std::to_array<std::string_view>({"the", "a", "an", "no", "all", "our", "your", "its"});
    bool content = false;
    for (std::uint32_t word = whole_.begin + 1; word < words_.begin; ++word) {
      const Form& form = form_of(input_, word);
      if (content && ((form.flags & form_pronoun) != 0 || among(starts, form.text))) return word;
      content = content || is_content(form);
    }
    return words_.begin;
  }

  void add_audience(ListId audience) {
    if (audience == no_index) return;
    const auto& hits = input_.matches.list_hits;
    auto hit = std::lower_bound(hits.begin(), hits.end(), whole_.begin,
                                [](const ListHit& one, std::uint32_t begin) { return one.words.begin < begin; });
    for (; hit != hits.end() && hit->words.begin < whole_.end; ++hit) {
      if (hit->list == audience && !hit->words.overlaps(words_)) keys_.push_back(key_of(input_, form_of(input_, hit->words.end - 1).stem));
    }
  }
};

}  // namespace

CircumstanceLists compile_circumstances(CompileContext& context) { return {context.automaton.add_list("audience")}; }

std::vector<WordKey> circumstances_of(const CheckInput& input, const CircumstanceLists& lists, std::uint32_t sentence, IndexRange words) {
  return Reader(input, sentence, words).read(lists);
}

bool same_circumstances(const std::vector<WordKey>& a, const std::vector<WordKey>& b) {
  if (a.empty() && b.empty()) return true;
  std::vector<WordKey> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return !both.empty() && 4 * both.size() >= 3 * std::max(a.size(), b.size());
}

}  // namespace stet
