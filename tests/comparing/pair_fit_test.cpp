#include "comparing/pair_fit.h"

#include <gtest/gtest.h>

#include "comparing/pairs.h"

namespace stet::pair_fit_test {
namespace {

Fit fit_in(const std::string& earlier, const std::string& later) {
  const Pair pair = pair_of(earlier, later);
  const Opposites none;
  const OppositeWords opposites(none, pair.reading->vocabulary);
  const auto flip = find_negation(pair.input, pair.passages, pair.view, opposites);
  EXPECT_TRUE(flip.has_value());
  return flip ? fit_of(pair.input, pair.passages, opposites, pair.view, *flip) : Fit{};
}

TEST(Fit, OfTheSameWordsIsWhole) {
  const Fit fit = fit_in("The harbour freezes in winter.", "The harbour never freezes in winter.");
  EXPECT_DOUBLE_EQ(fit.ratio, 1);
  EXPECT_DOUBLE_EQ(fit.overlap, 1);
  EXPECT_EQ(fit.extras, 0U);
  EXPECT_FALSE(fit.other_subject || fit.otherwise_complemented || fit.beside);
}
TEST(Fit, OfAPartIsLess) {
  const Fit fit = fit_in("The harbour freezes in winter.", "The harbour by the lighthouse never freezes in winter.");
  EXPECT_DOUBLE_EQ(fit.ratio, 1) << "of the lighter one";
  EXPECT_LT(fit.overlap, 1);
  EXPECT_EQ(fit.extras, 1U);
}
TEST(Fit, SeesAnotherSubjectAndAnotherComplement) {
  EXPECT_TRUE(fit_in("Lakes near Tarsin freeze over.", "Harbours near Tarsin never freeze over.").other_subject);
  EXPECT_TRUE(fit_in("The harbour freezes for skaters.", "The harbour never freezes for ferries.").otherwise_complemented);
}
TEST(Fit, APersonMayStandForNobody) {
  EXPECT_FALSE(fit_in("A woman crossed the frozen harbour.", "Nobody crossed the frozen harbour.").other_subject);
  EXPECT_FALSE(fit_in("Somebody crossed the frozen harbour.", "No one crossed the frozen harbour.").other_subject);
}

TEST(Fit, WhatNobodyStandsForCountsForNothing) {
  EXPECT_DOUBLE_EQ(fit_in("A woman crossed the frozen harbour.", "Nobody crossed the frozen harbour.").overlap, 1);
  EXPECT_LT(fit_in("A heron crossed the frozen harbour.", "Nobody crossed the frozen harbour.").overlap, 1);
}
TEST(Fit, KnowsWhatStandsBeforeTheFlip) {
  const Fit fit = fit_in("Herring boats freeze.", "Tarsin herring boats in winter never freeze.");
  EXPECT_EQ(fit.before_earlier, 0U);
  EXPECT_EQ(fit.before_later, 2U);
}

TEST(Reaches, AsFarAsTheTierAsks) {
  const Tier tier{.ratio = 0.7, .weight = 10, .extras = 2};
  EXPECT_TRUE(reaches({.ratio = 0.7, .weight = 10, .extras = 2}, tier));
  EXPECT_FALSE(reaches({.ratio = 0.69, .weight = 10, .extras = 2}, tier));
  EXPECT_FALSE(reaches({.ratio = 0.7, .weight = 9.9, .extras = 2}, tier));
  EXPECT_FALSE(reaches({.ratio = 0.7, .weight = 10, .extras = 3}, tier));
}

}  // namespace
}  // namespace stet::pair_fit_test
