// Whether two statements speak of one thing.
#include <algorithm>

#include "claims/statements.h"

namespace stet {
namespace {

/// A name and its shorter form are one: "Ada Quill" and "Quill".
bool one_name(const std::vector<StemId>& a, const std::vector<StemId>& b) { return ends_name(a, b) || ends_name(b, a); }

bool means(const Subject& stands, const Subject& named) {
  return std::any_of(stands.meant.begin(), stands.meant.end(),
                     [&](const std::vector<StemId>& meant) { return one_name(meant, named.head); });
}

}  // namespace

bool ends_name(const std::vector<StemId>& longer, const std::vector<StemId>& ending) {
  return !ending.empty() && ending.size() <= longer.size() && std::equal(ending.rbegin(), ending.rend(), longer.rbegin());
}

bool same_subject(const Subject& one, const Subject& two) {
  const auto stands_in = [](const Subject& subject) {
    return subject.kind == SubjectKind::pronoun || subject.kind == SubjectKind::generic;
  };
  if (one.kind == SubjectKind::none || two.kind == SubjectKind::none) return one.kind == two.kind;
  if (one.kind == SubjectKind::pronoun && two.kind == SubjectKind::pronoun) return one.pronoun == two.pronoun;
  if (one.head == two.head && !one.head.empty())
    return one.of == two.of || (one.kind == SubjectKind::name && (one.of.empty() || two.of.empty()));
  if (stands_in(one) && stands_in(two)) return one.kind != two.kind;
  if (stands_in(one)) return two.kind == SubjectKind::name && means(one, two);
  if (stands_in(two)) return one.kind == SubjectKind::name && means(two, one);
  return one.kind == SubjectKind::name && two.kind == SubjectKind::name && one_name(one.head, two.head) &&
         (one.of == two.of || one.of.empty() || two.of.empty());
}

}  // namespace stet
