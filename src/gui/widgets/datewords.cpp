// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/datewords.h"

#include <QCoreApplication>
#include <QLocale>

namespace psolog {

namespace {

QString formatted(LocalDay day, LocalDay today, const QString& sameYear, const QString& otherYear)
{
    return QLocale().toString(toQDate(day), day.ymd().year() == today.ymd().year() ? sameYear : otherYear);
}

}  // namespace

QDate toQDate(LocalDay day)
{
    return QDate(1970, 1, 1).addDays(day.number());
}

LocalDay toLocalDay(QDate date)
{
    return LocalDay::fromNumber(static_cast<int>(QDate(1970, 1, 1).daysTo(date)));
}

QString longDate(LocalDay day, LocalDay today)
{
    return formatted(day, today, QStringLiteral("dddd, d MMMM"), QStringLiteral("dddd, d MMMM yyyy"));
}

QString shortDate(LocalDay day, LocalDay today)
{
    return formatted(day, today, QStringLiteral("d MMM"), QStringLiteral("d MMM yyyy"));
}

QString relativeDay(LocalDay day, LocalDay today)
{
    if (day == today)
        return QCoreApplication::translate("Dates", "today");
    if (day == today - 1)
        return QCoreApplication::translate("Dates", "yesterday");
    return shortDate(day, today);
}

QString clockTime(const Instant& at)
{
    const auto minutes = static_cast<int>(localTimeOfDay(at).count());
    return QStringLiteral("%1:%2").arg(minutes / 60, 2, 10, QLatin1Char('0')).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString clockFormat()
{
    const QString format = QLocale().timeFormat(QLocale::ShortFormat);
    // The "C" locale writes seconds even in its short form.
    return format.contains(u's') ? QStringLiteral("HH:mm") : format;
}

QString minutesSeconds(Milliseconds duration)
{
    const auto seconds = std::chrono::round<Seconds>(duration).count();
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

}  // namespace psolog
