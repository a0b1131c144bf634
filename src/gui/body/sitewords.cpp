// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/body/sitewords.h"

#include <QCoreApplication>

namespace psolog {

namespace {

/// The translation context of this file.
struct SiteWords {
    Q_DECLARE_TR_FUNCTIONS(psolog::SiteWords)
};

}  // namespace

QString muscleLabel(Muscle muscle)
{
    switch (muscle) {
    case Muscle::Hamstring:
        return SiteWords::tr("Hamstring");
    case Muscle::Calf:
        return SiteWords::tr("Calf");
    case Muscle::Quadriceps:
        return SiteWords::tr("Quadriceps");
    case Muscle::Glute:
        return SiteWords::tr("Glute");
    case Muscle::Psoas:
        return SiteWords::tr("Psoas");
    case Muscle::LowerBack:
        return SiteWords::tr("Lower back");
    }
    return {};
}

QString sideLabel(Side side)
{
    return side == Side::Left ? SiteWords::tr("Left") : SiteWords::tr("Right");
}

QString siteLabel(Site site)
{
    const bool left = site.side == Side::Left;
    switch (site.muscle) {
    case Muscle::Hamstring:
        return left ? SiteWords::tr("Left hamstring") : SiteWords::tr("Right hamstring");
    case Muscle::Calf:
        return left ? SiteWords::tr("Left calf") : SiteWords::tr("Right calf");
    case Muscle::Quadriceps:
        return left ? SiteWords::tr("Left quadriceps") : SiteWords::tr("Right quadriceps");
    case Muscle::Glute:
        return left ? SiteWords::tr("Left glute") : SiteWords::tr("Right glute");
    case Muscle::Psoas:
        return left ? SiteWords::tr("Left psoas") : SiteWords::tr("Right psoas");
    case Muscle::LowerBack:
        return left ? SiteWords::tr("Left lower back") : SiteWords::tr("Right lower back");
    }
    return {};
}

QString scoreText(std::optional<Score> score)
{
    return score ? QString::number(score->value()) : QStringLiteral("\u2013");
}

QString scorePhrase(std::optional<Score> score)
{
    return score ? SiteWords::tr("%1 of 10").arg(score->value()) : SiteWords::tr("not asked");
}

}  // namespace psolog
