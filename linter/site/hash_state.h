// The state of a hash that is made of many pieces.
#pragma once

#include <xxhash.h>

#include <memory>

namespace stet {

struct FreeHashState {
  void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
};

using HashState = std::unique_ptr<XXH3_state_t, FreeHashState>;

}  // namespace stet
