// One small run that every format is tried on.
#pragma once

#include "findings/finding.h"

namespace stet {

inline RunFindings sample_run() {
  RunFindings run;
  run.rules = {{"repetition/sentence",
                "A sentence says again what an earlier one says",
                "Twice is once too often.",
                "Keep one.",
                Severity::warning,
                Precision::high,
                {},
                {"Bad & <worse>."},
                {"Good."}},
               {"citation/unsourced-research",
                "Research is claimed but none is cited",
                "Nobody can check it.",
                "Link it.",
                Severity::error,
                Precision::medium,
                {"sources"},
                {},
                {}}};
  FileFindings file;
  file.source = *make_source("notes/a b.md",
                             "Caf\xC3\xA9 \xF0\x9F\x8D\xB5 is here.\n\nStudies [show] it.\n\nCaf\xC3\xA9 \xF0\x9F\x8D\xB5 is here.\n");
  file.findings = {
      {.rule = 1,
       .severity = Severity::error,
       .source = {21, 35},
       .message = "\u201cStudies [show]\u201d claims research but cites none",
       .related = {}},
      {.rule = 0,
       .severity = Severity::warning,
       .source = {52, 60},
       .message = "says again what line 1 says: 2 of 2 words",
       .related = {{.source = {11, 19}, .message = "earlier", .marks = {{{11, 13}, MarkKind::flips}, {{14, 18}, MarkKind::aligns}}}},
       .marks = {{{55, 59}, MarkKind::aligns}},
       .fixes = {{"Remove the repeated sentence", {{{51, 60}, ""}}}}}};
  finish(file, run.rules);
  run.files.push_back(std::move(file));
  FileFindings unread;
  unread.source.path = "notes/big.md";
  unread.problems.push_back({ProblemKind::unread, "notes/big.md", 0, 0, "larger than 10 bytes", "split the file", ""});
  run.files.push_back(std::move(unread));
  return run;
}

}  // namespace stet
