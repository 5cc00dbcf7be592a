// Whose the value of an attribute is: "the weight of the pack is 2 kg" is of the pack, not of its weight.
//
// Order of calls: by attributes.cpp alone, once `told.claim`, `.owner` (the claim's own) and `.by` are known.
#pragma once

#include "claims/attributes.h"

namespace stet {

/// Of a claim that names nothing: it is of the article's thing.
Owner elided_owner();

/// Is the owner what an article calls itself: "this guide"?
bool is_article_itself(const CheckInput& text, const Attribute& attribute, const Owner& owner);

/// Takes the words that tell the attribute out of the claim's owner and labels, and looks whether what is left stands for the article's
/// thing: "the company" of an article about one.
void leave_owner(const CheckInput& input, const Attribute& attribute, const Claims& claims, Told& told);

/// The same, and where the attribute's phrase names the thing itself (`of`), the words behind it do ("death of Ada Quill"), or the question
/// that is answered does, it is of that.
void find_owner(const CheckInput& input, const Attribute& attribute, const Claims& claims, IndexRange of, Told& told);

}  // namespace stet
