// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/result.h"

namespace psolog {

/// What happened and what to do next, in words for the user. The detail of the error is not part of it except for
/// InvalidValue and SyntaxError, where it names the place.
[[nodiscard]] QString describe(const Error& error);

/// A short heading for the same error ("The disk is full").
[[nodiscard]] QString headline(const Error& error);

}  // namespace psolog
