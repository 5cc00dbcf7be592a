// What the targets of the kind `refers` share. Each target is one function that appends its findings.
#pragma once

#include <string>
#include <vector>

#include "matching/conditions.h"

namespace stet {

struct Refers {
  std::optional<PatternId> find;
  Conditions conditions;
  Severity severity = Severity::warning;
  std::string message;
};

/// Entries of the contents list that are no heading.
void check_contents(const Refers& rule, const CheckInput& input, std::vector<Finding>& findings);
/// Headings that the contents list leaves out though it has the others of their level.
void check_contents_sections(const Refers& rule, const CheckInput& input, std::vector<Finding>& findings);
/// Links into the article that lead to no heading and no id.
void check_anchors(const Refers& rule, const CheckInput& input, std::vector<Finding>& findings);
/// Footnotes referred to and not written, and the reverse.
void check_footnotes(const Refers& rule, const CheckInput& input, std::vector<Finding>& findings);
void check_unused_footnotes(const Refers& rule, const CheckInput& input, std::vector<Finding>& findings);
/// "[7]" where the list of references ends at 6.
void check_references(const Refers& rule, const CheckInput& input, std::vector<Finding>& findings);
/// "Table 3" where tables 1 and 2 have captions.
void check_captions(const Refers& rule, const CheckInput& input, std::vector<Finding>& findings);
/// "section 7" where the numbered headings end at 5.
void check_sections(const Refers& rule, const CheckInput& input, std::vector<Finding>& findings);

/// “See the section “Watering””: a title between quotation marks or in emphasis behind the rule's phrases that no heading has.
void check_titles(const Refers& rule, const CheckInput& input, std::vector<Finding>& findings);
/// "The table below" where all tables stand above, and the reverse: `$thing` a table, list, figure or code, `$where` below or above.
void check_directions(const Refers& rule, const CheckInput& input, std::vector<Finding>& findings);

/// Do the rule's conditions hold at this place, which need not hold a word? Of the sentence that it stands in or behind, the words that
/// overlap with it count, or the last one before it.
bool holds_at(const ConditionTest& test, const CheckInput& input, Span plain);

/// Letters and digits of a heading or an anchor, folded: what all ways to make a slug have in common.
std::string loose_slug(std::string_view text);

/// Loose slugs of all headings, and of every id written in HTML or as {#id}, ascending.
std::vector<std::string> known_anchors(const CheckInput& input);

/// Is it an anchor of the article, or one of these with a counter behind it?
bool is_known_anchor(const std::vector<std::string>& known, std::string_view target);

}  // namespace stet
