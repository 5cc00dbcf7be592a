// Helpers: articles read as far as claims need it, without word lists.
#pragma once

#include "comparing/reading.h"
