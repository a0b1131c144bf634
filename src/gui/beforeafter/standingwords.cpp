// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/beforeafter/standingwords.h"

#include <algorithm>
#include <cmath>

#include <QLocale>

namespace psolog {

namespace {

QString number(double value)
{
    return QLocale().toString(value, 'g', 3);
}

/// "2 lower": a change of tightness.
QString changeWords(double change)
{
    if (std::abs(change) < 0.01)
        return StandingWords::tr("no change");
    return change < 0 ? StandingWords::tr("%1 lower").arg(number(-change))
                      : StandingWords::tr("%1 higher").arg(number(change));
}

QString line(const QString& fact, const QString& comparison)
{
    return comparison.isEmpty() ? fact : StandingWords::tr("%1: %2", "fact and comparison").arg(fact, comparison);
}

}  // namespace

QString StandingWords::tightness(const std::optional<Score>& before, const std::optional<Score>& after)
{
    if (before && after)
        return tr("%1 → %2").arg(before->value()).arg(after->value());
    if (before)
        return tr("%1 → –").arg(before->value());
    if (after)
        return tr("– → %1").arg(after->value());
    return tr("not asked");
}

QString StandingWords::tightnessChange(const Standing& standing)
{
    if (!standing.now)
        return {};
    const QString change = changeWords(*standing.now);
    if (standing.rank == Rank::TooFew)
        return change;
    if (standing.rank == Rank::Usual)
        return tr("%1, as usual").arg(change);
    return tr("%1; usually %2").arg(change, changeWords(*standing.median));
}

QString StandingWords::rank(const Standing& standing, const QString& median)
{
    switch (standing.rank) {
    case Rank::TooFew:
        return {};
    case Rank::Less:
        return tr("less than usual (%1)").arg(median);
    case Rank::Usual:
        return tr("as usual (%1)").arg(median);
    case Rank::More:
        break;
    }
    return tr("more than usual (%1)").arg(median);
}

QString StandingWords::rank(const Standing& standing)
{
    return rank(standing, number(standing.median.value_or(0)));
}

QStringList StandingWords::lines(const ReleaseSession& session, const SessionStanding& standing)
{
    QStringList all{line(tr("Tightness left %1").arg(tightness(session.before.left, session.after.left)),
                         tightnessChange(standing.leftTightness)),
                    line(tr("Tightness right %1").arg(tightness(session.before.right, session.after.right)),
                         tightnessChange(standing.rightTightness))};
    // Hands-free nobody says what was found: "0" would be a statement.
    if (!markedPoints(session))
        return all << tr("Points: none marked");
    return all << line(tr("Points found %1").arg(session.pointsFound()), rank(standing.pointsFound))
               << line(tr("Points released %1").arg(session.pointsReleased()), rank(standing.pointsReleased));
}

QString StandingWords::usual(const SessionStanding& standing)
{
    const int most = std::max({standing.leftTightness.earlier, standing.rightTightness.earlier,
                               standing.pointsFound.earlier, standing.pointsReleased.earlier});
    return most >= kLeastEarlier ? tr("Usual is the median of up to %1 earlier sessions; points are compared with "
                                      "sessions of the same length.")
                                       .arg(kMostEarlier)
                                 : tr("Too few earlier sessions to compare with yet.");
}

}  // namespace psolog
