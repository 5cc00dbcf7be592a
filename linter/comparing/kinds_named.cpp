#include "comparing/kinds_named.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <unordered_map>
#include <vector>

#include "units/lexicon.h"

namespace stet {
namespace {

/// By the synset that they have or that they are a kind of, up to two steps: three lemmas of the article at most, as one that is neither
/// of two is then among them.
struct LemmasByKind {
  std::unordered_map<std::uint32_t, std::vector<std::string>> lemmas;
};

const LemmasByKind& lemmas_by_kind(const CheckInput& input) {
  return input.derived->get<LemmasByKind>([&] {
    std::set<std::string> all;
    for (const Word& word : input.units.words) {
      const Form& form = input.vocabulary.form(word.form);
      if (is_content(form)) all.insert(lemma_key(form.text));
    }
    LemmasByKind by_kind;
    for (const std::string& lemma : all) {
      if (lemma.size() < shortest_kind) continue;
      for (const std::uint32_t sense : senses_of(lemma)) {
        const std::uint32_t kind = lexicon::kinds[sense];
        for (const std::uint32_t synset : {sense, kind, lexicon::kinds[kind]}) {
          std::vector<std::string>& known = by_kind.lemmas[synset];
          if (known.size() < 3 && (known.empty() || known.back() != lemma)) known.push_back(lemma);
        }
      }
    }
    return by_kind;
  });
}

}  // namespace

bool names_another_kind(const CheckInput& input, const std::string& kind, const std::string& noun) {
  const auto& by_kind = lemmas_by_kind(input).lemmas;
  const Senses senses = senses_of(kind);
  return std::any_of(senses.begin(), senses.end(), [&](std::uint32_t sense) {
    const auto known = by_kind.find(sense);
    return known != by_kind.end() && std::any_of(known->second.begin(), known->second.end(),
                                                 [&](const std::string& other) { return other != kind && other != noun; });
  });
}

}  // namespace stet
