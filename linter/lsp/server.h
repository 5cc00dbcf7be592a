// `stet lsp`: a session between a reader and a worker.
//
// Two threads: the caller's reads messages and answers what can be answered at once; the worker checks articles, one at a time, the newest
// version of the one changed last first. They share the session, and the output, under one lock.
#pragma once

#include "lsp/session.h"

namespace stet {

struct ServerOptions {
  SessionSettings session;
  RunOptions run;
  MakeFindRules make_find_rules;
};

/// Serves one client until it says `exit` or its bytes end. Returns the exit code that the protocol asks for.
int serve(const ReadBytes& read, const WriteBytes& write, const ServerOptions& options);

}  // namespace stet
