// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace psolog {

/// The last act of main(), when everything of the program has been destroyed but the application object: writes the
/// program's log out and closes it. Returns `result`, to be returned by main(), or ends the process at once where a
/// service that hangs has kept a thread of ours: a normal exit would wait for it, or take from it what it uses.
[[nodiscard]] int endProcess(int result);

}  // namespace psolog
