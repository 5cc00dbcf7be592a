#include "findings/suppression.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

#include "text/spans.h"

namespace stet {
namespace {

/// Positions in suppression_rules().
enum class About : std::uint8_t { no_reason, unknown_rule, unused, unclosed, blanket };
constexpr std::size_t about_count = 5;

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::vector<std::string> names_in(std::string_view text) {
  std::vector<std::string> names;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(", \t\r\n[]\"'"), text.size());
    if (end > 0) names.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return names;
}

enum class Verb : std::uint8_t { next, begin, end };

/// A comment that speaks to stet.
struct Directive {
  Verb verb = Verb::next;
  std::vector<std::string> rules;
  std::string_view reason;
};

std::optional<Directive> read(std::string_view comment) {
  comment = trim(comment);
  const std::size_t space = std::min(comment.find_first_of(" \t\r\n:"), comment.size());
  const std::string_view word = comment.substr(0, space);
  Directive directive;
  if (word == "stet-begin") {
    directive.verb = Verb::begin;
  } else if (word == "stet-end") {
    directive.verb = Verb::end;
  } else if (word != "stet") {
    return std::nullopt;
  }
  const std::string_view rest = comment.substr(space);
  const std::size_t colon = rest.find(':');
  directive.rules = names_in(rest.substr(0, colon));
  if (colon != std::string_view::npos) directive.reason = trim(rest.substr(colon + 1));
  return directive;
}

using SpansByName = std::map<std::string, Spans, std::less<>>;

std::string_view without_slash(std::string_view name) { return name.substr(0, name.size() - (name.ends_with('/') ? 1U : 0U)); }

/// All names that select a rule: its id, its packs, and the empty one for all rules.
std::vector<std::string_view> names_for(std::string_view id) {
  std::vector<std::string_view> names = {{}, id};
  for (std::size_t slash = id.find('/'); slash != std::string_view::npos; slash = id.find('/', slash + 1))
    names.push_back(id.substr(0, slash));
  return names;
}

/// Where findings of some rules stand.
struct Stretch {
  std::vector<std::string> rules;  ///< empty: all
  Span covers;
  Span comment;
  bool removable = false;  ///< the comment stands by itself and can be taken out

  /// Its rules, or the empty name for all.
  std::vector<std::string_view> names() const {
    if (rules.empty()) return {{}};
    std::vector<std::string_view> names;
    names.reserve(rules.size());
    for (const std::string& rule : rules) names.push_back(without_slash(rule));
    return names;
  }
};

class Suppressor {
 public:
  Suppressor(FileFindings& file, const std::vector<RuleInfo>& rules, const SuppressionPolicy& policy)
      : file_(file), rules_(rules), policy_(policy) {}

  void read_comments(const std::vector<SuppressionComment>& comments) {
    for (const SuppressionComment& comment : comments) {
      const auto directive = read(file_.source.view(comment.content));
      if (!directive) continue;
      if (directive->verb == Verb::end) {
        close(comment.source);
        continue;
      }
      check(*directive, comment.source);
      if (directive->verb == Verb::next && is_allowed(directive->rules, comment.source)) {
        stretches_.push_back({directive->rules, comment.covers, comment.source, true});
      }
      if (directive->verb == Verb::begin) open_.push_back({directive->rules, {comment.source.end, file_.source.size()}, comment.source});
    }
    for (Stretch& stretch : open_) {
      report(About::unclosed, stretch.comment, "stet-begin is not followed by a stet-end; it covers the rest of the article");
      add(std::move(stretch));
    }
  }

  /// Front matter covers the whole article, name by name.
  void read_front_matter(const FrontMatterIgnore& ignored) {
    const Span first_line = file_.source.lines.line(file_.source.lines.line_at(ignored.source.begin));
    const Span place = ignored.source.empty() ? ignored.source : Span{ignored.source.begin, std::min(first_line.end, ignored.source.end)};
    for (const std::string& name : ignored.names) {
      check_name(name, place);
      if (is_allowed({name}, place)) stretches_.push_back({{name}, {0, file_.source.size()}, place});
    }
  }

  void apply() {
    if (!stretches_.empty()) suppress();
    std::move(reports_.begin(), reports_.end(), std::back_inserter(file_.findings));
  }

 private:
  FileFindings& file_;
  const std::vector<RuleInfo>& rules_;
  const SuppressionPolicy& policy_;
  std::vector<Stretch> stretches_;
  std::vector<Stretch> open_;
  std::vector<Finding> reports_;

  void suppress() {
    const SpansByName covered = covered_by_name();
    const SpansByName found = found_by_name();
    std::erase_if(file_.findings, [&](const Finding& finding) { return is_covered(finding, covered); });
    for (const Stretch& stretch : stretches_) {
      if (is_used(stretch, found) || may_be_used_elsewhere(stretch)) continue;
      report(About::unused, stretch.comment, "nothing is suppressed here; take the comment out");
      if (stretch.removable) reports_.back().fixes.push_back(removal(stretch.comment));
    }
  }

  void report(About about, Span source, std::string message) {
    const std::size_t rule = rules_.size() - about_count + static_cast<std::size_t>(about);
    reports_.push_back({.rule = static_cast<std::uint32_t>(rule),
                        .severity = rules_[rule].severity,
                        .source = source,
                        .message = std::move(message),
                        .related = {}});
  }

  void check(const Directive& directive, Span source) {
    if (directive.reason.empty()) report(About::no_reason, source, "this suppression gives no reason; write one behind a colon");
    for (const std::string& name : directive.rules) check_name(name, source);
  }

  void check_name(const std::string& name, Span source) {
    const bool known = std::any_of(rules_.begin(), rules_.end(), [&](const RuleInfo& rule) { return selects(name, rule.id); });
    if (!known && !names_absent(name)) report(About::unknown_rule, source, fmt::format("there is no rule or pack “{}”", name));
  }

  bool names_absent(const std::string& name) const {
    return std::any_of(policy_.absent.begin(), policy_.absent.end(), [&](const std::string& id) { return selects(name, id); });
  }

  /// Could a run of all rules find what is suppressed?
  bool may_be_used_elsewhere(const Stretch& stretch) const {
    if (stretch.rules.empty()) return !policy_.absent.empty();
    return std::any_of(stretch.rules.begin(), stretch.rules.end(),
                       [&](const std::string& name) { return names_absent(name) || policy_.without_site.contains(name); });
  }

  /// Does the house let these names, or none, suppress? When not, it is reported.
  bool is_allowed(const std::vector<std::string>& names, Span source) {
    if (policy_.blanket) return true;
    const auto pack = std::find_if(names.begin(), names.end(),
                                   [](const std::string& name) { return name.find('/') == std::string::npos || name.ends_with('/'); });
    if (!names.empty() && pack == names.end()) return true;
    report(About::blanket, source,
           names.empty() ? "this would suppress every rule; name the one that is meant"
                         : fmt::format("“{}” is a pack; name the rule that is meant", *pack));
    return false;
  }

  /// The comment with its line when nothing else is on it. What a run of other options finds is not known, so it is not safe.
  Fix removal(Span comment) const {
    Span removed = comment;
    const Span first = file_.source.lines.line(file_.source.lines.line_at(comment.begin));
    const std::uint32_t number = file_.source.lines.line_at(comment.end);
    const Span last = file_.source.lines.line(number);
    const bool alone =
        trim(file_.source.view({first.begin, comment.begin})).empty() && trim(file_.source.view({comment.end, last.end})).empty();
    if (alone) removed = {first.begin, number < file_.source.lines.count() ? file_.source.lines.line(number + 1).begin : last.end};
    Fix fix{.description = "Take the comment out", .edits = {}, .safe = false};
    fix.edits.push_back({removed, {}});
    return fix;
  }

  void add(Stretch stretch) {
    if (is_allowed(stretch.rules, stretch.comment)) stretches_.push_back(std::move(stretch));
  }

  void close(Span end) {
    if (open_.empty()) return;
    open_.back().covers.end = end.begin;
    add(std::move(open_.back()));
    open_.pop_back();
  }

  SpansByName covered_by_name() const {
    SpansByName spans;
    for (const Stretch& stretch : stretches_) {
      for (const std::string_view name : stretch.names()) spans[std::string(name)].add(stretch.covers);
    }
    for (auto& [name, named] : spans) named.sort();
    return spans;
  }

  /// Both ends of the findings, by each name that selects their rule.
  SpansByName found_by_name() const {
    SpansByName spans;
    for (const Finding& finding : file_.findings) {
      for (const std::string_view name : names_for(rules_[finding.rule].id)) {
        Spans& named = spans[std::string(name)];
        named.add(finding.source);
        for (const RelatedLocation& related : finding.related) named.add(related.source);
      }
    }
    for (auto& [name, named] : spans) named.sort();
    return spans;
  }

  bool is_covered(const Finding& finding, const SpansByName& covered) const {
    const auto names = names_for(rules_[finding.rule].id);
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
      const auto spans = covered.find(name);
      if (spans == covered.end()) return false;
      return spans->second.overlap(finding.source) ||
             std::any_of(finding.related.begin(), finding.related.end(),
                         [&](const RelatedLocation& related) { return spans->second.overlap(related.source); });
    });
  }

  static bool is_used(const Stretch& stretch, const SpansByName& found) {
    const auto names = stretch.names();
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
      const auto spans = found.find(name);
      return spans != found.end() && spans->second.overlap(stretch.covers);
    });
  }
};

}  // namespace

bool selects(std::string_view name, std::string_view rule_id) {
  name = without_slash(name);
  return rule_id == name || (rule_id.starts_with(name) && rule_id.size() > name.size() && rule_id[name.size()] == '/');
}

std::vector<RuleInfo> suppression_rules() {
  const auto rule = [](std::string id, std::string title, std::string why, std::string instead, Severity severity) {
    return RuleInfo{
        std::move(id), std::move(title), std::move(why), std::move(instead), severity, Precision::very_high, {"suppression"}, {}, {}};
  };
  return {
      rule("stet/suppression-without-reason", "A suppression gives no reason", "Who comes later cannot tell whether it may go.",
           "Write the reason behind a colon: `<!-- stet RULE: reason -->`.", Severity::warning),
      rule("stet/unknown-rule", "A suppression names a rule that does not exist", "It suppresses nothing.",
           "Correct the name; `stet rules` lists them.", Severity::warning),
      rule("stet/unused-suppression", "A suppression suppresses nothing", "It will hide a fault that comes later.", "Take the comment out.",
           Severity::note),
      rule("stet/unclosed-suppression", "A stretch of suppression has no end", "It covers the rest of the article.",
           "Write `<!-- stet-end -->` where it ends.", Severity::warning),
      rule("stet/blanket-suppression", "A suppression names no single rule, which this house does not allow",
           "It hides faults that nobody has looked at, and here it suppresses nothing.", "Name the rules that are meant.",
           Severity::warning),
  };
}

std::vector<std::string> ignored_by_front_matter(std::string_view front_matter) {
  std::vector<std::string> ignored;
  bool inside = false;
  bool in_list = false;
  while (!front_matter.empty()) {
    const std::size_t end = std::min(front_matter.find('\n'), front_matter.size());
    const std::string_view line = front_matter.substr(0, end);
    front_matter.remove_prefix(std::min(end + 1, front_matter.size()));
    const bool indented = line.starts_with(' ') || line.starts_with('\t');
    if (!indented && !trim(line).empty()) inside = line.starts_with("stet:");
    if (!inside) continue;
    const std::size_t key = line.find("ignore:");
    if (key != std::string_view::npos) {
      const std::string_view value = line.substr(key + 7, line.find('}', key) - key - 7);
      for (std::string& name : names_in(value)) ignored.push_back(std::move(name));
      in_list = true;
    } else if (in_list && trim(line).starts_with("- ")) {
      for (std::string& name : names_in(trim(line).substr(2))) ignored.push_back(std::move(name));
    }
  }
  return ignored;
}

void apply_suppressions(FileFindings& file, const std::vector<SuppressionComment>& comments, const FrontMatterIgnore& ignored,
                        const std::vector<RuleInfo>& rules, const SuppressionPolicy& policy) {
  Suppressor suppressor(file, rules, policy);
  suppressor.read_comments(comments);
  suppressor.read_front_matter(ignored);
  suppressor.apply();
}

}  // namespace stet
