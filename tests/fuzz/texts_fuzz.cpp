// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target: the readers of notes, routines, poses and tables.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "fuzz/texttargets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string wrong = psolog::test::wrongWithText({reinterpret_cast<const char*>(data), size});
    if (!wrong.empty()) {
        std::fprintf(stderr, "wrong: %s\n", wrong.c_str());
        std::abort();
    }
    return 0;
}
