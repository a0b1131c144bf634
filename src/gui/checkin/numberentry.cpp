// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/checkin/numberentry.h"

#include <cmath>
#include <limits>

#include <QLocale>
#include <QRegularExpression>

namespace psolog {

namespace {
constexpr double kMetresInKilometre = 1000;
constexpr int kDecimals = 3;
}  // namespace

NumberEntry parseNumber(const QString& text, const QString& unit)
{
    QString number = text.trimmed();
    if (number.isEmpty())
        return {};
    if (number.endsWith(unit, Qt::CaseInsensitive))
        number = number.chopped(unit.size()).trimmed();
    number.replace(QChar(0x2212), QLatin1Char('-'));
    number.replace(QLatin1Char(','), QLatin1Char('.'));
    static const QRegularExpression shape(QStringLiteral("^[-+]?[0-9]{1,9}(\\.[0-9]{0,6})?$"));
    if (!shape.match(number).hasMatch())
        return {std::nullopt, true};
    return {QLocale::c().toDouble(number), false};
}

std::optional<int> metresFromKilometres(double kilometres)
{
    const double metres = std::round(kilometres * kMetresInKilometre);
    constexpr double largest = std::numeric_limits<int>::max();
    if (metres >= largest)
        return std::numeric_limits<int>::max();
    if (metres <= -largest)
        return std::numeric_limits<int>::min();
    return static_cast<int>(metres);
}

QString kilometresText(int metres)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = locale.toString(metres / kMetresInKilometre, 'f', kDecimals);
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(locale.decimalPoint()))
        text.chop(locale.decimalPoint().size());
    return text;
}

}  // namespace psolog
