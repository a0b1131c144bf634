// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/beforeafter/beforeafterwords.h"

#include <array>

#include <QLocale>

namespace psolog {

namespace {

QString number(double value)
{
    return QLocale().toString(value, 'g', 3);
}

/// How a side moved beyond its repeats: 1 up, -1 down, 0 not.
int moved(const SideChange& side)
{
    if (side.repeats != Repeats::Beyond || !side.change)
        return 0;
    return *side.change > 0 ? 1 : -1;
}

QString judgement(const SideChange& side)
{
    switch (side.repeats) {
    case Repeats::Unknown:
        return BeforeAfterWords::tr("one lift each, so no spread to compare with");
    case Repeats::Within:
        return BeforeAfterWords::tr("no change beyond your repeats");
    case Repeats::Beyond:
        break;
    }
    return moved(side) > 0 ? BeforeAfterWords::tr("firmer, beyond your repeats")
                           : BeforeAfterWords::tr("softer, beyond your repeats");
}

QString medians(const SideChange& side)
{
    const auto median = [](const std::optional<TestValue>& value) {
        return value ? number(value->median) : QStringLiteral("–");
    };
    return BeforeAfterWords::tr("%1 → %2", "before and after").arg(median(side.before), median(side.after));
}

}  // namespace

QString BeforeAfterWords::headline(const BeforeAfter& tests)
{
    if (tests.left.repeats == Repeats::Unknown || tests.right.repeats == Repeats::Unknown)
        return tr("Before the release and after it");
    const int left = moved(tests.left);
    const int right = moved(tests.right);
    if (left == 0 && right == 0)
        return tr("No change beyond your repeats");
    if (left == right)
        return left > 0 ? tr("Both glutes firmer after the release") : tr("Both glutes softer after the release");
    if (left != 0 && right != 0)
        return left > 0 ? tr("Left glute firmer, right glute softer after the release")
                        : tr("Left glute softer, right glute firmer after the release");
    if (left != 0)
        return left > 0 ? tr("Left glute firmer after the release") : tr("Left glute softer after the release");
    return right > 0 ? tr("Right glute firmer after the release") : tr("Right glute softer after the release");
}

QStringList BeforeAfterWords::sides(const BeforeAfter& tests)
{
    return {tr("Left %1: %2").arg(medians(tests.left), judgement(tests.left)),
            tr("Right %1: %2").arg(medians(tests.right), judgement(tests.right))};
}

QString BeforeAfterWords::line(const BeforeAfter& tests)
{
    if (tests.left.repeats == tests.right.repeats && moved(tests.left) == moved(tests.right))
        return tr("Glutes before and after: left %1, right %2 (%3).")
            .arg(medians(tests.left), medians(tests.right), judgement(tests.left));
    return tr("Glutes before and after: left %1 (%2), right %3 (%4).")
        .arg(medians(tests.left), judgement(tests.left), medians(tests.right), judgement(tests.right));
}

QString BeforeAfterWords::caveat()
{
    return tr(
        "Changed after, not because of: being tested twice changes the result by itself. See whether it stays over "
        "weeks.");
}

QString BeforeAfterWords::missing(const BeforeAfter& tests)
{
    if (tests.mismatch) {
        switch (*tests.mismatch) {
        case Mismatch::Wording:
            return tr("Not set against the test before the release: its instructions had other words.");
        case Mismatch::Pillow:
            return tr("Not set against the test before the release: only one of them had a pillow under the hips.");
        case Mismatch::Hold:
            return tr("Not set against the test before the release: the lifts were held for another time.");
        case Mismatch::Repeats:
            return tr("Not set against the test before the release: it had another number of lifts.");
        }
    }
    if (tests.brokenOff && tests.before)
        return tr("Not set against the test before the release: this one was not finished.");
    return {};
}

QString BeforeAfterWords::value(const std::optional<TestValue>& value)
{
    if (!value)
        return tr("not rated");
    if (value->min == value->max)
        return number(value->median);
    return tr("%1 (%2 to %3)").arg(number(value->median)).arg(value->min).arg(value->max);
}

QString BeforeAfterWords::rating(int rating)
{
    const std::array words{tr("none"), tr("flicker"), tr("soft"), tr("firm"), tr("hard")};
    return words.at(static_cast<std::size_t>(rating));
}

}  // namespace psolog
