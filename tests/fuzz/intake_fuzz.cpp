// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target: bytes that say they are a log, through everything a coach does with them before looking.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>

#include "core/logunion.h"
#include "fuzz/logbuilder.h"
#include "fuzz/logmutator.h"
#include "fuzz/logrules.h"
#include "storage/intake.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace {

using namespace psolog;

void require(bool holds, const std::string& what)
{
    if (holds)
        return;
    std::fprintf(stderr, "wrong: %s\n", what.c_str());
    std::abort();
}

/// The copy that each input is compared and united with.
const LogCopy& fixedCopy()
{
    static const LogCopy copy = [] {
        const std::string log = test::soundLog(test::newestLogVersion(), 4, 1, 512);
        const auto file = Intake::inspectBytes(std::as_bytes(std::span(log)));
        require(file.has_value(), "a sound log is refused");
        return *file->copy;
    }();
    return copy;
}

void compareAndUnite(LogCopy copy)
{
    // Copies of two athletes are never brought together.
    copy.athlete.record.id = fixedCopy().athlete.record.id;
    const CopyComparison there = compareCopies(fixedCopy(), copy);
    const CopyComparison back = compareCopies(copy, fixedCopy());
    require(there.added == back.missing && there.missing == back.added && there.changed == back.outdated
                && there.outdated == back.changed && there.undecided == back.undecided,
            "a comparison depends on its side");
    const LogCopy both = unite(fixedCopy(), copy);
    require(unite(copy, fixedCopy()) == both, "a union depends on its order");
    require(unite(both, both) == both, "a union with itself changes something");
    require(unite(both, copy) == both, "a union forgets what it knows");
    require(compareCopies(copy, copy).relation == CopyRelation::Same, "a copy differs from itself");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto file = Intake::inspectBytes(std::as_bytes(std::span(data, size)));
    if (!file) {
        require(file.error().code != ErrorCode::Internal, "internal: " + file.error().detail);
        return 0;
    }
    const std::string broken = test::brokenRule(*file->copy);
    require(broken.empty(), broken);
    compareAndUnite(*file->copy);
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed)
{
    const std::string changed =
        test::variation(std::string(reinterpret_cast<const char*>(data), size), seed, LLVMFuzzerMutate);
    const std::size_t length = std::min(changed.size(), most);
    std::copy_n(changed.begin(), length, data);
    return length;
}
