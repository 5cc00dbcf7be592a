#include "units/measures.h"

#include <gtest/gtest.h>

namespace stet::measures_test {
namespace {

double fahrenheit(double degrees) { return (degrees + 459.67) * 5 / 9; }
double celsius(double degrees) { return degrees + 273.15; }

TEST(OvenSettings, AreStepsOfTheirScales) {
  EXPECT_TRUE(are_one_oven_setting(fahrenheit(325), celsius(160)));
  EXPECT_TRUE(are_one_oven_setting(celsius(200), fahrenheit(400)));
  EXPECT_TRUE(are_one_oven_setting(fahrenheit(475), celsius(240)));
  EXPECT_FALSE(are_one_oven_setting(fahrenheit(425), celsius(200))) << "18 degrees apart";
  EXPECT_FALSE(are_one_oven_setting(celsius(180), celsius(175))) << "two settings of one scale";
  EXPECT_FALSE(are_one_oven_setting(fahrenheit(50), celsius(10))) << "the weather";
}

}  // namespace
}  // namespace stet::measures_test
