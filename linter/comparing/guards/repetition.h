// What looks like a repetition and is none: labels, parallel structure, steps and ingredients, differences that are the point.
//
// Each guard is one function in the body, named for what it recognises.
#pragma once

#include <functional>

#include "comparing/passages.h"

namespace stet {

/// Leaves out the label that a sentence begins with ("**Short version:** …", "Note: …"), where enough is left: what is said again is said
/// again under another label.
void leave_labels_out(const CheckInput& input, Passages& passages, std::uint32_t at_least);

/// The sentences that are compared, without such labels: those that `holds` and that may be repeated (claims/stated.h), of at least so many
/// content words, or of three where they are long otherwise.
Passages read_sentences(const CheckInput& input, std::uint32_t at_least, const std::function<bool(std::uint32_t)>& holds);

/// Content stems of the label that a passage begins with, ascending; empty when it has none.
std::vector<StemId> label_stems(const CheckInput& input, const Passage& passage);

/// Do two passages that are about one thing differ in a number, a negation or a name?
bool say_otherwise(const CheckInput& input, const Passage& a, const Passage& b);

/// Are the two labelled, and not with the same label?
bool labels_apart(const CheckInput& input, const Passage& a, const Passage& b);

/// Are both labelled, and have the labels no main word in common?
bool labels_share_nothing(const CheckInput& input, const Passage& a, const Passage& b);

/// Are the paragraphs or items that both stand in labelled, and have the labels a word in common that is not the title's ("Genetics:",
/// "Genetic changes:")?
bool stand_under_one_label(const CheckInput& input, const Passage& a, const Passage& b);

/// Is it a question?
bool asks(const CheckInput& input, const Passage& passage);

/// Does it say a number?
bool has_numbers(const CheckInput& input, const Passage& passage);

/// Is one of them little but the text of a link?
bool are_link_texts(const CheckInput& input, const Passage& a, const Passage& b);

/// Is one of them a thing in a list of what is needed ("a fine sieve"), and the other a step that uses it?
bool are_thing_and_step(const CheckInput& input, const Passage& a, const Passage& b);

/// Does the passage stand in a numbered list, as a step?
bool are_steps_of_one(const CheckInput& input, const Passage& passage);

/// Does each of them name what it stands under ("the page template" under "Page", "the list template" under "List")?
bool differ_by_heading(const CheckInput& input, const Passages& passages, std::uint32_t later, std::uint32_t earlier);

/// Does code, a list or a table follow the passage's block?
bool precedes_code(const CheckInput& input, const Passage& passage);

/// Is it a short paragraph beside a picture: a step, and what the screen shows then?
bool is_pictured_step(const CheckInput& input, const Passage& passage);

/// Is the likeness of two passages meant? They differ in a number, a negation or the thing they speak of, or are steps of two procedures.
bool is_deliberate(const CheckInput& input, const Passages& passages, const Passage& a, const Passage& b, const Likeness& likeness);

/// Do two paragraphs that share much of their content speak of different things? Each has names, or several numbers, of which the other has
/// none; or one of them quotes the other.
bool speak_of_different_things(const CheckInput& input, const Passage& a, const Passage& b);

}  // namespace stet
