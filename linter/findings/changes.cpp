#include "findings/changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "findings/line_diff.h"
#include "text/unicode.h"

namespace stet {
namespace {

constexpr std::size_t longest_quote = 80;  // bytes of a removed passage that are shown

std::string said(const FileFindings& file, Span span) { return folded_words(file.source.view(with_sentences(file.sentences, span))); }

bool touched(const std::vector<Edit>& edits, Span span) {
  const auto edit = std::partition_point(edits.begin(), edits.end(), [&](const Edit& other) { return other.now.end <= span.begin; });
  return edit != edits.end() && edit->now.begin < span.end && !edit->now.empty();
}

bool overlaps_any(const std::vector<Span>& spans, Span span) {
  const auto first = std::partition_point(spans.begin(), spans.end(), [&](Span other) { return other.end <= span.begin; });
  return first != spans.end() && first->begin < span.end;
}

/// Sentences of `now` that `before` does not say, or not so often. Of equal ones, those in edited lines are the new ones.
std::vector<Span> new_sentences(const FileFindings& now, const FileFindings& before, const std::vector<Edit>& edits) {
  std::map<std::string, std::size_t> left;
  for (const Span sentence : before.sentences) ++left[folded_words(before.source.view(sentence))];
  std::vector<std::pair<Span, std::string>> edited;
  for (const Span sentence : now.sentences) {
    std::string words = folded_words(now.source.view(sentence));
    if (touched(edits, sentence)) {
      edited.emplace_back(sentence, std::move(words));
    } else if (const auto found = left.find(words); found != left.end() && found->second > 0) {
      --found->second;
    }
  }
  std::vector<Span> result;
  for (const auto& [sentence, words] : edited) {
    const auto found = left.find(words);
    if (found != left.end() && found->second > 0) {
      --found->second;
    } else if (!words.empty()) {
      result.push_back(sentence);
    }
  }
  return result;
}

/// By rule, the sentences that it found fault with.
using Faulted = std::map<std::uint32_t, std::set<std::string>>;

Faulted faulted(const FileFindings& file) {
  Faulted result;
  for (const Finding& finding : file.findings) {
    result[finding.rule].insert(said(file, finding.source));
    for (const RelatedLocation& related : finding.related) {
      if (!related.elsewhere) result[finding.rule].insert(said(file, related.source));
    }
  }
  return result;
}

/// Were all ends of the finding at fault by the same rule?
bool is_known(const Faulted& faulted, const FileFindings& file, const Finding& finding) {
  const auto rule = faulted.find(finding.rule);
  if (rule == faulted.end()) return false;
  const auto known = [&](Span span) { return rule->second.contains(said(file, span)); };
  return known(finding.source) && std::all_of(finding.related.begin(), finding.related.end(),
                                              [&](const RelatedLocation& related) { return related.elsewhere || known(related.source); });
}

/// Was something taken out of the lines of a longer end, such as an item of a list?
bool lost_something(const Finding& finding, const std::vector<Edit>& edits, const Source& source) {
  const auto lost_in = [&](Span span) {
    if (source.view(span).find('\n') == std::string_view::npos) return false;
    const auto first = std::partition_point(edits.begin(), edits.end(), [&](const Edit& edit) { return edit.now.begin < span.begin; });
    const auto last = std::partition_point(first, edits.end(), [&](const Edit& edit) { return edit.now.begin <= span.end + 1; });
    return std::any_of(first, last, [](const Edit& edit) { return !edit.before.empty(); });
  };
  return lost_in(finding.source) || std::any_of(finding.related.begin(), finding.related.end(),
                                                [&](const RelatedLocation& end) { return !end.elsewhere && lost_in(end.source); });
}

/// Shows the finding at its other end.
void turn_round(Finding& finding, RelatedLocation& other, const Source& source) {
  finding.message =
      fmt::format("line {}: {} (shown here because this end has changed)", source.lines.line_at(finding.source.begin), finding.message);
  std::swap(finding.source, other.source);
  std::swap(finding.marks, other.marks);
  other.message = other.message == "earlier" ? "later" : other.message == "again" ? "first" : "the other end";
  finding.fixes.clear();  // they would change the end that was left alone
}

/// A few words of what stood in an edit's lines and stands nowhere any more; empty when all is still said.
std::string removed_words(const Edit& edit, const FileFindings& before, const std::set<std::string>& still_said) {
  Span removed = edit.before;
  for (const Span sentence : before.sentences) {
    if (!edit.before.contains(sentence) || still_said.contains(folded_words(before.source.view(sentence)))) continue;
    removed = sentence;
    break;
  }
  std::string text;
  for (const char c : visible(before.source.view(removed))) {
    if (c != ' ' || (!text.empty() && text.back() != ' ')) text += c;
  }
  if (text.size() <= longest_quote) return text;
  std::size_t cut = longest_quote;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
  return text.substr(0, cut) + "…";
}

class Causes {
 public:
  Causes(const FileFindings& now, const FileFindings& before, const std::vector<Edit>& edits, const Recheck& recheck)
      : now_(now), before_(before), edits_(edits), recheck_(recheck) {
    for (const Span sentence : now.sentences) still_said_.insert(folded_words(now.source.view(sentence)));
  }

  /// The edit without which the finding would not be there.
  std::optional<std::size_t> of(const Finding& finding) {
    for (const auto& [edit, found] : without_) {
      if (!is_known(found, now_, finding)) return edit;
    }
    if (without_.size() == std::min(most_rechecks, edits_.size())) return std::nullopt;
    for (const std::size_t edit : nearest(finding)) {
      if (without_.contains(edit)) continue;
      if (without_.size() == most_rechecks) break;
      std::string bytes = now_.source.bytes;
      bytes.replace(edits_[edit].now.begin, edits_[edit].now.size(), before_.source.view(edits_[edit].before));
      const auto& found = without_[edit] = faulted(recheck_(std::move(bytes)));
      if (!is_known(found, now_, finding)) return edit;
    }
    return std::nullopt;
  }

  RelatedLocation shown(std::size_t edit) const {
    const Span place = with_something(edits_[edit].now);
    if (edits_[edit].before.empty()) return {place, "caused by what was added here"};
    const std::string words = removed_words(edits_[edit], before_, still_said_);
    const std::uint32_t line = before_.source.lines.line_at(edits_[edit].before.begin);
    return {place, fmt::format("caused here, where “{}” was taken out or changed (line {} before)", words, line)};
  }

 private:
  const FileFindings& now_;
  const FileFindings& before_;
  const std::vector<Edit>& edits_;
  const Recheck& recheck_;
  std::map<std::size_t, Faulted> without_;  ///< by edit, what is found when it is taken back
  std::set<std::string> still_said_;

  std::vector<std::size_t> nearest(const Finding& finding) const {
    std::vector<std::size_t> order(edits_.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto distance = [&](std::size_t edit) {
      const std::uint32_t at = edits_[edit].now.begin;
      return at > finding.source.begin ? at - finding.source.begin : finding.source.begin - at;
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return distance(a) < distance(b); });
    return order;
  }

  /// The line of the text at a place: a report cannot point at nothing.
  Span with_something(Span place) const {
    if (!place.empty() || now_.source.bytes.empty()) return place;
    const std::uint32_t number = now_.source.lines.line_at(place.begin);
    const Span line = now_.source.lines.line(number);
    return line.empty() && number > 1 ? now_.source.lines.line(number - 1) : line;
  }
};

}  // namespace

void keep_brought(FileFindings& now, const FileFindings& before, const Recheck& recheck) {
  const std::vector<Edit> edits = line_edits(before.source.bytes, now.source.bytes);
  const std::vector<Span> added = new_sentences(now, before, edits);
  const Faulted known = faulted(before);
  const auto changed = [&](Span span) { return overlaps_any(now.sentences, span) ? overlaps_any(added, span) : touched(edits, span); };
  Causes causes(now, before, edits, recheck);
  std::vector<Finding> kept;
  for (Finding& finding : now.findings) {
    const auto other = std::find_if(finding.related.begin(), finding.related.end(),
                                    [&](const RelatedLocation& related) { return !related.elsewhere && changed(related.source); });
    const bool own_end = changed(finding.covers.empty() ? finding.source : finding.covers);
    if (!own_end && other != finding.related.end()) {
      turn_round(finding, *other, now.source);
    } else if (!own_end) {
      // What was not read of the earlier version may have held the finding.
      if (!before.problems.empty() || is_known(known, now, finding)) continue;
      // Two ends that both stood already are a pair that was passed over before: which pairs are told depends on what stands around them.
      const bool is_pair =
          std::any_of(finding.related.begin(), finding.related.end(), [](const RelatedLocation& end) { return !end.further; });
      if (is_pair && !lost_something(finding, edits, now.source)) continue;
      const std::optional<std::size_t> cause = causes.of(finding);
      if (is_pair && !cause) continue;
      if (cause) finding.related.push_back(causes.shown(*cause));
    }
    kept.push_back(std::move(finding));
  }
  now.findings = std::move(kept);
  sort(now.findings);
}

}  // namespace stet
