// Where the tests find what is not in the program. Named in one source only: an object that holds no path can be reused in another
// checkout.
#pragma once

#include <string>

namespace stet {

/// The checkout that the tests were built from, without a slash at its end.
std::string source_folder();

/// Where npm has put its packages.
std::string node_modules_folder();

}  // namespace stet
