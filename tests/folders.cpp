#include "folders.h"

namespace stet {

std::string source_folder() { return STET_SOURCE_DIR; }

std::string node_modules_folder() { return STET_NODE_MODULES; }

}  // namespace stet
