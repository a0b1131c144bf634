// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include <QTest>

namespace psolog::test {

/// Runs the event loop until the condition holds; gives up after a time only a hanging program needs.
template <class Condition>
[[nodiscard]] bool eventually(Condition condition)
{
    return QTest::qWaitFor(condition, 20'000);
}

/// How long a call held up its caller.
template <class Call>
[[nodiscard]] std::chrono::milliseconds timeOf(Call call)
{
    const auto begun = std::chrono::steady_clock::now();
    call();
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
}

/// A call that waits for a hanging service never returns; one that returns within this did not wait for it, however
/// loaded the machine is.
inline constexpr std::chrono::milliseconds kAtOnce{1'500};

}  // namespace psolog::test
