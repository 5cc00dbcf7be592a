// A site of three articles with claims, whole and in two parts, that tests of damage and fuzzing begin with.
#pragma once

#include <string>
#include <vector>

#include "site/assemble.h"
#include "site/links.h"
#include "site/site.h"

namespace stet {

inline const Articles sample_articles = {
    {"a.md", ferry + "\n" + harbour}, {"b.md", harbour + "\n" + baker}, {"c/d.md", baker + "\n- " + ferry}};

inline IndexedClaim claim_of(TypedKind kind, double low, const std::string& unit) {
  return {.entity = 7,
          .attribute = kind == TypedKind::money ? 0U : 1U,
          .kind = kind,
          .low = low,
          .high = low,
          .unit = unit,
          .source = {3, 9},
          .line = 1,
          .column = 4,
          .value = "forty",
          .thing = "Tarsin Ferry",
          .excerpt = "The ferry costs forty."};
}

inline const ClaimSchema schema = {9, {{"consistency/one-price", "price"}, {"consistency/one-date", "date"}}};

/// With claims of several kinds.
inline std::vector<IndexedArticle> with_claims() {
  std::vector<IndexedArticle> articles = read_articles(sample_articles);
  articles[0].claims.claims = {claim_of(TypedKind::money, 40, "USD"), claim_of(TypedKind::date, -4000, "day")};
  articles[1].claims.claims = {claim_of(TypedKind::money, 45, "USD"), claim_of(TypedKind::date, 120, "year's day")};
  articles[2].claims = {5, {claim_of(TypedKind::time, 600, "min")}};
  for (IndexedArticle& article : articles) article.claims.claims[0].link = article_key("a.md");
  return articles;
}

inline std::string image() { return text_of(assemble(with_claims(), 1, schema)->bytes); }

/// One of two parts: the first article, or the others.
inline std::string part(std::uint32_t number) {
  std::vector<IndexedArticle> articles = with_claims();
  if (number == 1) articles.resize(1);
  if (number == 2) articles.erase(articles.begin());
  return text_of(assemble(std::move(articles), 1, schema, {number, 2})->bytes);
}

}  // namespace stet
