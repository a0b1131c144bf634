// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/verdict/numberwords.h"

#include <cmath>

#include <QCoreApplication>
#include <QLocale>

namespace psolog {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

const QString kMinus = QStringLiteral("−");
constexpr int kDaysAWeek = 7;
constexpr double kSmallSlope = 0.1;
constexpr double kLeastP = 0.001;

double rounded(double value, int decimals)
{
    const double unit = std::pow(10.0, decimals);
    return std::round(value * unit) / unit;
}

/// The size of a number without its sign; no zeros at its end.
QString magnitude(double value, int decimals)
{
    return QLocale().toString(std::abs(rounded(value, decimals)), 'g', 6);
}

QString withMinus(double value, int decimals)
{
    return (rounded(value, decimals) < 0 ? kMinus : QString()) + magnitude(value, decimals);
}

QString withSign(double value, int decimals)
{
    return (rounded(value, decimals) > 0 ? QStringLiteral("+") : QString()) + withMinus(value, decimals);
}

QString span(const Interval& interval, int decimals)
{
    return Words::tr("%1 to %2", "interval").arg(withMinus(interval.low, decimals), withMinus(interval.high, decimals));
}

}  // namespace

QString medianWords(double median)
{
    return withMinus(median, 1);
}

QString signedWords(double value)
{
    return withSign(value, 1);
}

QString intervalWords(const Interval& interval)
{
    return span(interval, 1);
}

SlopeWords slopeWords(const TheilSen& line)
{
    const double slope = line.slope * kDaysAWeek;
    const int decimals = std::abs(slope) < kSmallSlope ? 2 : 1;
    return {withSign(slope, decimals),
            span({line.slopeInterval.low * kDaysAWeek, line.slopeInterval.high * kDaysAWeek}, decimals)};
}

QString shareWords(double share)
{
    const double value = rounded(share, 2);
    const int decimals = value == std::floor(value) ? 0 : 2;
    return (value < 0 ? kMinus : QString()) + QLocale().toString(std::abs(value), 'f', decimals);
}

QString percentWords(double share)
{
    return Words::tr("%1\u00a0%", "percent").arg(withSign(share * 100, 0));
}

QString pNumber(double p)
{
    if (p < kLeastP)
        return Words::tr("below %1", "p").arg(QLocale().toString(kLeastP, 'f', 3));
    return QLocale().toString(p, 'f', p < 0.1 ? 3 : 2);
}

QString pWords(double p)
{
    if (p < kLeastP)
        return Words::tr("p < %1").arg(QLocale().toString(kLeastP, 'f', 3));
    return Words::tr("p = %1").arg(pNumber(p));
}

QString dayCount(int count)
{
    return Words::tr("%n day(s)", nullptr, count);
}

}  // namespace psolog
