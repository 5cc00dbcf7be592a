#include "language/verb_form.h"

#include <gtest/gtest.h>

namespace stet::verb_form_test {
namespace {

bool is_verb(const char* word) {
  Vocabulary words;
  return looks_like_verb(words.form(words.add(word)));
}

TEST(VerbForms, AreToldBySpelling) {
  for (const char* word : {"is", "has", "must", "weighs", "poured", "wrote"}) EXPECT_TRUE(is_verb(word)) << word;
  for (const char* word : {"lamp", "red", "pouring"}) EXPECT_FALSE(is_verb(word)) << word;
}

}  // namespace
}  // namespace stet::verb_form_test
