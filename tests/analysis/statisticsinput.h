// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

#include <rapidcheck.h>

#include "analysis/phasecomparison.h"
#include "statisticsdata.h"

namespace psolog {

/// first, first + 1, …
inline data::Values daysFrom(double first, std::size_t count)
{
    data::Values days(count);
    std::iota(days.begin(), days.end(), first);
    return days;
}

/// Phases on consecutive days from day 1.
inline PhaseComparison compare(const data::Values& a, const data::Values& b, Improvement improvement)
{
    const data::Values daysA = daysFrom(1, a.size());
    const data::Values daysB = daysFrom(1 + static_cast<double>(a.size()), b.size());
    return comparePhases({daysA, a}, {daysB, b}, improvement);
}

/// Points as a diary or a measurement has them.
struct Points {
    data::Values x;
    data::Values y;
};

namespace gen {

/// 0-10, so with many ties.
inline rc::Gen<double> score()
{
    return rc::gen::cast<double>(rc::gen::inRange(0, 11));
}

/// A quarter of a whole number: sums and halves of it are exact.
inline rc::Gen<double> reading()
{
    return rc::gen::map(rc::gen::inRange(-4000, 4000), [](int quarters) { return quarters / 4.0; });
}

/// Whole or finer values of this many days, in disorder, some days missing, some with several values.
inline rc::Gen<Points> points(std::size_t least, std::size_t most)
{
    return rc::gen::exec([=] {
        const auto n = *rc::gen::inRange(least, most + 1);
        const bool whole = *rc::gen::arbitrary<bool>();
        const auto days = *rc::gen::element(static_cast<int>(2 * n) + 1, static_cast<int>(n) / 3 + 1);
        Points points;
        points.x = *rc::gen::container<data::Values>(n, rc::gen::cast<double>(rc::gen::inRange(0, days + 1)));
        points.y = *rc::gen::container<data::Values>(n, whole ? score() : reading());
        return points;
    });
}

/// The values of a phase: scores or readings, sometimes all the same.
inline rc::Gen<data::Values> phase(std::size_t least, std::size_t most)
{
    return rc::gen::exec([=] {
        const auto n = *rc::gen::inRange(least, most + 1);
        const auto kind = *rc::gen::inRange(0, 5);
        if (kind == 0)
            return data::Values(n, *score());
        return *rc::gen::container<data::Values>(n, kind < 3 ? score() : reading());
    });
}

}  // namespace gen

inline data::Values times(data::Values values, double factor, double added = 0)
{
    for (double& value : values)
        value = value * factor + added;
    return values;
}

}  // namespace psolog
