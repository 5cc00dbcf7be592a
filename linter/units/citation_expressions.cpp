#include "units/citation_expressions.h"

#include "text/classed_text.h"

namespace stet::expressions {

const RE2& doi() {
  static const RE2 compiled(R"(\b10\.\d{4,9}/[^\s"<>]+)");
  return compiled;
}

const RE2& pmid() {
  static const RE2 compiled(R"((?i)\b(?:PMID|PMCID)[:\s]*(?:PMC)?\d{4,9}\b)");
  return compiled;
}

const RE2& author_year() {
  static const RE2 compiled(
      classed_expression(
          R"(\((?:see |e\.g\.,? |cf\. )?[\p{Lu}][\p{L}'’\-]+(?:(?:,? (?:&|and) |, )[\p{Lu}][\p{L}'’\-]+)*(?: et al\.?)?,? (?:1[89]|20)\d\d[a-z]?(?:[,:] ?(?:p\. ?)?\d+[^()]{0,20})?(?:; ?[^()]{0,120})?\))"),
      classed_options());
  return compiled;
}

const RE2& author_narrative() {
  static const RE2 compiled(
      classed_expression(R"([\p{Lu}][\p{L}'’\-]+(?: (?:&|and) [\p{Lu}][\p{L}'’\-]+| et al\.?)? \((?:1[89]|20)\d\d[a-z]?\))"),
      classed_options());
  return compiled;
}

const RE2& journal() {
  static const RE2 compiled(
      classed_expression(
          R"((?:[Jj]ournal of|[Pp]ublished in|[Tt]he Lancet|JAMA|BMJ|PLOS|Nature|Science|Proceedings of|Annals of|Archives of|American Journal|Cochrane|[\p{Lu}][\p{L}&'’\-]+ (?:[\p{L}&'’\-]+ ){0,5}(?:Journal|Letters|Annals|Archives|Proceedings|Bulletin|Transactions|Quarterly)\b)[^.!?]{0,90}?\b(?:19|20)\d\d\b)"),
      classed_options());
  return compiled;
}

const RE2& year_journal() {
  static const RE2 compiled(
      classed_expression(
          R"(\b(?:19|20)\d\d\b[^.!?]{0,90}?(?:[Jj]ournal of|[Pp]ublished in (?:the )?["“”'‘]?[\p{Lu}]|in (?:the )?["“'‘]?[\p{Lu}][\p{L}&'’\-]+ (?:[\p{L}&'’\-]+ ){0,5}(?:Journal|Letters|Annals|Archives|Proceedings|Bulletin|Transactions|Quarterly)\b|[Tt]he Lancet|\bJAMA\b|\bBMJ\b|Annals of|Archives of|Cochrane))"),
      classed_options());
  return compiled;
}

const RE2& year() {
  static const RE2 compiled(R"(\b(?:19|20)\d\d\b)");
  return compiled;
}

const RE2& numbered() {
  static const RE2 compiled(R"(^\[(\d{1,3}(?: ?[,;–\-] ?\d{1,3})*)\]$)");
  return compiled;
}

const RE2& parenthesized() {
  static const RE2 compiled(R"(\(\d{1,3}(?: ?[,;–\-] ?\d{1,3})*\))");
  return compiled;
}

const RE2& superscript() {
  static const RE2 compiled(classed_expression(R"((?:[.,;:!?”"’)]|[\p{L}]{4})([⁰][⁰,⁻]*))"), classed_options());
  return compiled;
}

const RE2& glued() {
  static const RE2 compiled(classed_expression(R"([\p{Ll}]{3}[.!?][”"]?(\d{1,3})(?:[,–\-]\d{1,3})*(?: |$))"), classed_options());
  return compiled;
}

const RE2& key() {
  static const RE2 compiled(classed_expression(R"(^\[(?:[^\]\s]+ )?-?@[\p{L}\d_{][^\]]*\]$)"), classed_options());
  return compiled;
}

const RE2& key_in_prose() {
  static const RE2 compiled(
      classed_expression(
          R"((?:^|[\s(;])-?@\{?(?:[\p{L}_][\p{L}\d_:.\-]*(?:1[89]|20)\d\d[\p{L}\d_]*\}?|[\p{L}_][\p{L}\d_:\-]*\}? \[(?:pp?|ch|chap|sec|fig|para)\b[^\]]*\]))"),
      classed_options());
  return compiled;
}

const RE2& latex() {
  static const RE2 compiled(R"(\\(?:paren|text|auto|foot|super|full)?[Cc]ite[a-z]*\*?(?:\[[^\]]*\]){0,2}\{[^}]+\})");
  return compiled;
}

}  // namespace stet::expressions
