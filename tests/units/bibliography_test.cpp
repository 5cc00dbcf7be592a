// A bibliography is what holds references, whatever its heading says.
#include <gtest/gtest.h>

#include "units/read.h"

namespace stet::bibliography_test {
namespace {

struct Listed {
  const char* name;
  const char* markdown;
  bool is_bibliography;
};

class Bibliographies : public testing::TestWithParam<Listed> {};

TEST_P(Bibliographies, AreKnownByTheirEntries) {
  const auto read = read_all(GetParam().markdown);
  EXPECT_EQ(read.units.sentences.back().place == Place::bibliography, GetParam().is_bibliography);
}

INSTANTIATE_TEST_SUITE_P(
    Of, Bibliographies,
    testing::Values(
        Listed{"surname_first", "## Where it is from\n\n- Quill, A. Mosses. 1931.\n- Reed, T. J. Shade. 1935.\n", true},
        Listed{"no_comma", "## Read on\n\n- Quill A, Reed T. Mosses and shade. 1931;4(2):11-19.\n", true},
        Listed{"et_al", "- Quill et al. Mosses. Annals 4:11-19, 1931.\n", true},
        Listed{"date_in_parentheses", "- Bureau of Mosses. (1931). *The mosses of Brenholm*. https://moss.example/1931\n", true},
        Listed{"identifier", "- Mosses of the north, 1931. doi:10.1000/moss\n", true},
        Listed{"links_out", "## More\n\n- [The mosses of Brenholm](https://moss.example/1)\n- [Shade](https://moss.example/2)\n", true},
        Listed{"links_within", "## Related\n\n- [Mosses](/mosses)\n- [Shade](/shade)\n", true},
        Listed{"paragraphs", "Text about moss.\n\nQuill, A. (1931). Mosses.\n\nReed, T. (1935). Shade.\n", true},
        Listed{"numbered_titles", "## References\n\n1. A book of mosses\n2. A book of shade\n", true},
        Listed{"signs_under_a_heading", "## Sources\n\n- “The mosses of Brenholm”, a leaflet of the museum\n", true},
        Listed{"reference_of_functions", "## Reference\n\nThe valve opens a port on the left.\n", false},
        Listed{"options_under_reference", "## Reference\n\n- Opens the valve on the left side.\n- Closes it again.\n", false},
        Listed{"source_control", "# Source control\n\n## Left\n\nCommit the lid before the kettle.\n", false},
        Listed{"prose_with_a_citation", "- Moss keeps water, as [Quill](https://moss.example) showed in 1931.\n- Shade helps.\n", false},
        Listed{"what_somebody_found", "- Quill et al. (1931) found that moss keeps water.\n- Reed et al. (1935) found the same.\n", false},
        Listed{"years", "- In 1931 the mill burned down.\n- In 1935 it was built anew.\n", false}),
    [](const auto& test) { return test.param.name; });

TEST(Bibliographies_, ListsOfLinksWithinAreNoSources) {
  EXPECT_FALSE(read_all("## Related\n\n- [Mosses](/mosses)\n").units.bibliography.has_sources);
  EXPECT_TRUE(read_all("- Quill, A. Mosses. 1931.\n").units.bibliography.has_sources);
}

}  // namespace
}  // namespace stet::bibliography_test
