#include "reports/html_article.h"

#include <algorithm>

#include "reports/shared.h"

namespace stet {
namespace {

using Json = nlohmann::ordered_json;

/// A mark's number has room for so many ends of one finding.
constexpr std::uint32_t ends_of_a_finding = 64;
/// So many findings may overlap at one place; more help no reader, and each costs every run below it.
constexpr std::size_t most_open = 64;
constexpr std::size_t most_marks = 8;
/// A passage is quoted in so many bytes: side by side, longer ones are read in their place.
constexpr std::size_t longest_passage = 1'500;

std::string_view name(ProseKind kind) {
  switch (kind) {
    case ProseKind::heading:
      return "heading";
    case ProseKind::paragraph:
      return "paragraph";
    case ProseKind::list:
      return "list";
    case ProseKind::item:
      return "item";
    case ProseKind::table:
      return "table";
    case ProseKind::row:
      return "row";
    case ProseKind::cell:
      return "cell";
    case ProseKind::quote:
      return "quote";
    case ProseKind::footnote:
      return "footnote";
    case ProseKind::code:
      return "code";
    case ProseKind::markup:
      return "markup";
    case ProseKind::divider:
      return "divider";
  }
  return {};
}

bool is_exact(const ProseRun& run) { return run.text.size() == run.source.size(); }

/// One end of a finding in the article.
struct Place {
  Span source;
  std::uint32_t number = 0;
};

std::vector<Place> marks_of(const FileFindings& file) {
  std::vector<Place> marks;
  for (std::uint32_t f = 0; f < file.findings.size(); ++f) {
    const Finding& finding = file.findings[f];
    marks.push_back({finding.source, f * ends_of_a_finding});
    for (std::uint32_t end = 0; end < finding.related.size() && end + 1 < ends_of_a_finding; ++end) {
      const RelatedLocation& related = finding.related[end];
      if (!related.elsewhere && !related.source.empty()) marks.push_back({related.source, f * ends_of_a_finding + end + 1});
    }
  }
  std::stable_sort(marks.begin(), marks.end(), [](const Place& a, const Place& b) { return a.source.begin < b.source.begin; });
  return marks;
}

/// Cuts runs where marks begin and end; runs are given in document order.
class Marking {
 public:
  explicit Marking(const FileFindings& file) : prose_(file.prose), marks_(marks_of(file)) {}

  void append(const ProseRun& run, Json& runs) {
    open(run.source);
    if (!is_exact(run)) return append_part(run, run.text, run.source, runs);
    std::vector<std::uint32_t> cuts{run.source.end};
    for (const Place& mark : open_) {
      for (const std::uint32_t cut : {mark.source.begin, mark.source.end}) {
        if (cut > run.source.begin && cut < run.source.end) cuts.push_back(cut);
      }
    }
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    std::uint32_t begin = run.source.begin;
    for (const std::uint32_t cut : cuts) {
      const std::uint32_t text = run.text.begin + (begin - run.source.begin);
      append_part(run, {text, text + (cut - begin)}, {begin, cut}, runs);
      begin = cut;
    }
  }

 private:
  const Prose& prose_;
  std::vector<Place> marks_;
  std::size_t next_ = 0;
  std::vector<Place> open_;

  void open(Span source) {
    std::erase_if(open_, [&](const Place& mark) { return mark.source.end <= source.begin; });
    for (; next_ < marks_.size() && marks_[next_].source.begin < source.end; ++next_) {
      if (marks_[next_].source.end > source.begin && open_.size() < most_open) open_.push_back(marks_[next_]);
    }
  }

  void append_part(const ProseRun& run, Span text, Span source, Json& runs) const {
    const std::string part(std::string_view(prose_.text).substr(text.begin, text.size()));
    Json numbers = Json::array();
    for (const Place& mark : open_) {
      if (mark.source.overlaps(source) && numbers.size() < most_marks) numbers.push_back(mark.number);
    }
    if (numbers.empty() && run.styles == 0) {
      runs.push_back(part);
    } else if (numbers.empty()) {
      runs.push_back(Json::array({part, run.styles}));
    } else {
      runs.push_back(Json::array({part, run.styles, std::move(numbers)}));
    }
  }
};

/// How far into the article an offset lies.
std::uint32_t thousandths(const Source& source, std::uint32_t offset) {
  return static_cast<std::uint32_t>(std::uint64_t{offset} * 1000 / std::max<std::uint64_t>(source.bytes.size(), 1));
}

/// The number that an ordered list starts with: CommonMark allows nine digits.
std::uint32_t first_number(std::string_view list) {
  constexpr std::size_t most_digits = 9;
  std::uint32_t number = 0;
  std::size_t digits = 0;
  for (const std::size_t begin = std::min(list.find_first_of("0123456789"), list.size());
       begin + digits < list.size() && digits < most_digits && list[begin + digits] >= '0' && list[begin + digits] <= '9'; ++digits) {
    number = number * 10 + static_cast<std::uint32_t>(list[begin + digits] - '0');
  }
  return digits == 0 ? 1 : number;
}

Json block_json(const FileFindings& file, std::uint32_t index, Marking& marking) {
  const Prose& prose = file.prose;
  const ProseBlock& block = prose.blocks[index];
  Json json = {{"k", name(block.kind)}, {"b", index}};
  if (block.kind != ProseKind::row && block.kind != ProseKind::cell) json["a"] = thousandths(file.source, block.source.begin);
  if (block.level > 0) json["l"] = block.level;
  if (block.ordered) json["o"] = 1;
  if (const std::uint32_t number = block.ordered ? first_number(file.source.view(block.source)) : 1; number != 1) json["n"] = number;
  for (std::uint32_t run = block.runs.begin; run < block.runs.end; ++run) marking.append(prose.runs[run], json["r"]);
  for (std::uint32_t child = index + 1; child < block.end; child = prose.blocks[child].end) {
    json["c"].push_back(block_json(file, child, marking));
  }
  return json;
}

/// Parts of a passage by what they are to the finding; the script's numbers.
enum class Role : std::uint8_t { around, found, flips, aligns };

/// A passage as it reads.
class Passage {
 public:
  Passage(const FileFindings& file, const ProseIndex& index, Span found, const std::vector<Mark>& marks)
      : file_(file), index_(index), found_(found), marks_(marks) {}

  /// The text of `whole`, in parts [text, role].
  Json parts(Span whole) {
    const Prose& prose = file_.prose;
    std::uint32_t block = 0;
    for (std::uint32_t r = index_.first_run_behind(whole.begin); r < prose.runs.size() && prose.runs[r].source.begin < whole.end; ++r) {
      if (full()) break;
      if (!parts_.empty() && index_.block_of_run(r) != block) append("\n", Role::around);
      block = index_.block_of_run(r);
      append_run(prose.runs[r], whole);
    }
    if (parts_.empty()) append(std::string(file_.source.view(whole)).substr(0, longest_passage), Role::found);
    if (full()) append(" …", Role::around);
    return std::move(parts_);
  }

 private:
  const FileFindings& file_;
  const ProseIndex& index_;
  Span found_;
  const std::vector<Mark>& marks_;
  Json parts_ = Json::array();
  std::size_t size_ = 0;
  std::size_t next_mark_ = 0;

  bool full() const { return size_ >= longest_passage; }

  void append(std::string_view text, Role role) {
    size_ += text.size();
    if (!parts_.empty() && parts_.back()[1] == static_cast<int>(role)) {
      parts_.back()[0] = parts_.back()[0].get<std::string>() + std::string(text);
    } else {
      parts_.push_back(Json::array({std::string(text), static_cast<int>(role)}));
    }
  }

  /// What the byte at `offset` is, and where that ends.
  std::pair<Role, std::uint32_t> role_at(std::uint32_t offset) {
    while (next_mark_ < marks_.size() && marks_[next_mark_].source.end <= offset) ++next_mark_;
    if (next_mark_ < marks_.size() && marks_[next_mark_].source.begin <= offset) {
      const Mark& mark = marks_[next_mark_];
      return {mark.kind == MarkKind::flips ? Role::flips : Role::aligns, mark.source.end};
    }
    std::uint32_t end = next_mark_ < marks_.size() ? marks_[next_mark_].source.begin : 0xFFFFFFFFU;
    const Role role = found_.contains(offset) ? Role::found : Role::around;
    for (const std::uint32_t edge : {found_.begin, found_.end}) {
      if (edge > offset) end = std::min(end, edge);
    }
    return {role, end};
  }

  void append_run(const ProseRun& run, Span whole) {
    const std::string_view text = file_.prose.view(run);
    if (!is_exact(run)) return append(text, role_at(run.source.begin).first);
    std::uint32_t at = std::max(run.source.begin, whole.begin);
    const std::uint32_t last = std::min(run.source.end, whole.end);
    while (at < last && !full()) {
      const auto [role, role_end] = role_at(at);
      const std::uint32_t end = std::min(role_end, last);
      append(text.substr(at - run.source.begin, end - at), role);
      at = end;
    }
  }
};

/// Findings of an article.
class Findings {
 public:
  Findings(const FileFindings& file, const ProseIndex& index, const std::vector<std::uint32_t>& rules, const ReportOptions& options)
      : file_(file), index_(index), rules_(rules), options_(options) {}

  Json json(const Finding& finding) const {
    Json result = {{"r", rules_[finding.rule]}, {"s", static_cast<int>(finding.severity)}, {"m", finding.message}};
    result.update(place(finding.source));
    const bool is_pair =
        std::any_of(finding.related.begin(), finding.related.end(), [](const RelatedLocation& related) { return !related.further; });
    if (!finding.fixes.empty()) {
      result["x"] = finding.fixes.front().description;
      if (!finding.fixes.front().safe) result["u"] = 1;
    }
    if (is_pair) result["t"] = passage(finding.covers.empty() ? finding.source : finding.covers, finding.source, finding.marks);
    for (const RelatedLocation& related : finding.related) {
      if (result.contains("e") && result["e"].size() + 1 >= ends_of_a_finding) break;
      result["e"].push_back(end_json(related));
    }
    return result;
  }

 private:
  const FileFindings& file_;
  const ProseIndex& index_;
  const std::vector<std::uint32_t>& rules_;
  const ReportOptions& options_;

  /// Where a span begins: line, column, leaf block, section, and thousandths of the article.
  Json place(Span span) const {
    const Position at = file_.source.position(span.begin);
    const std::uint32_t leaf = index_.leaf_at(span.begin);
    return {{"l", at.line}, {"c", at.column}, {"b", leaf}, {"k", index_.section_of(leaf)}, {"at", thousandths(file_.source, span.begin)}};
  }

  Json passage(Span whole, Span found, const std::vector<Mark>& marks) const {
    return Passage(file_, index_, found, marks).parts(with_sentences(file_.sentences, whole));
  }

  Json end_json(const RelatedLocation& related) const {
    Json end = {{"m", related.message}};
    if (related.further) end["f"] = 1;
    if (related.elsewhere) {
      end["p"] = shown_path(related.elsewhere->path, options_);
      end["l"] = related.elsewhere->first_line;
      end["t"] = Json::array({Json::array({related.elsewhere->text, static_cast<int>(Role::found)})});
      return end;
    }
    end.update(place(related.source));
    if (!related.further) end["t"] = passage(related.source, related.source, related.marks);
    return end;
  }
};

}  // namespace

ProseIndex::ProseIndex(const Prose& prose) : prose_(prose), block_of_run_(prose.runs.size(), 0) {
  std::uint32_t headings = 0;
  for (std::uint32_t b = 0; b < prose.blocks.size(); ++b) {
    const ProseBlock& block = prose.blocks[b];
    if (block.kind == ProseKind::heading) ++headings;
    sections_.push_back(headings);
    if (block.end == b + 1) leaves_.push_back(b);
    for (std::uint32_t run = block.runs.begin; run < block.runs.end; ++run) block_of_run_[run] = b;
  }
}

std::uint32_t ProseIndex::leaf_at(std::uint32_t offset) const {
  const auto behind = std::upper_bound(leaves_.begin(), leaves_.end(), offset,
                                       [&](std::uint32_t at, std::uint32_t leaf) { return at < prose_.blocks[leaf].source.begin; });
  if (behind == leaves_.begin()) return leaves_.empty() ? 0 : leaves_.front();
  return *(behind - 1);
}

std::uint32_t ProseIndex::first_run_behind(std::uint32_t offset) const {
  const auto run = std::partition_point(prose_.runs.begin(), prose_.runs.end(),
                                        [&](const ProseRun& candidate) { return candidate.source.end <= offset; });
  return static_cast<std::uint32_t>(run - prose_.runs.begin());
}

std::string heading_text(const Prose& prose, const ProseBlock& heading) {
  std::string text;
  for (std::uint32_t run = heading.runs.begin; run < heading.runs.end; ++run) text += prose.view(prose.runs[run]);
  return text;
}

nlohmann::ordered_json article_json(const FileFindings& file, const std::vector<std::uint32_t>& rules, const ReportOptions& options) {
  const ProseIndex index(file.prose);
  Json json = {{"blocks", Json::array()}, {"findings", Json::array()}};
  Marking marking(file);
  for (std::uint32_t block = 0; block < file.prose.blocks.size(); block = file.prose.blocks[block].end) {
    json["blocks"].push_back(block_json(file, block, marking));
  }
  const Findings findings(file, index, rules, options);
  for (const Finding& finding : file.findings) json["findings"].push_back(findings.json(finding));
  return json;
}

}  // namespace stet
