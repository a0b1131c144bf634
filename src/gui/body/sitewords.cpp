// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/body/sitewords.h"

#include <array>

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

namespace psolog {

namespace {

/// The translation context of this file.
struct SiteWords {
    Q_DECLARE_TR_FUNCTIONS(psolog::SiteWords)
};

constexpr const char* kPoseContext = "psolog::Pose";

// The descriptions in the shipped pose files, listed here so that translators see them.
constexpr std::array kPoseDescriptions{
    QT_TRANSLATE_NOOP(
        "psolog::Pose",
        "Lying face down, the straight left leg lifted a hand's width off the floor, the left hand on the left glute."),
    QT_TRANSLATE_NOOP("psolog::Pose",
                      "Lying face down, the straight right leg lifted a hand's width off the floor, the right hand on "
                      "the right glute."),
    QT_TRANSLATE_NOOP(
        "psolog::Pose",
        "Lying face down over a pillow under the hips, the straight left leg lifted, the left hand on the left glute."),
    QT_TRANSLATE_NOOP("psolog::Pose",
                      "Lying face down over a pillow under the hips, the straight right leg lifted, the right hand on "
                      "the right glute."),
    QT_TRANSLATE_NOOP("psolog::Pose",
                      "Lying face down over a pillow under the hips, both legs down, the left hand on the left glute, "
                      "ready to lift the left leg."),
    QT_TRANSLATE_NOOP("psolog::Pose",
                      "Lying face down over a pillow under the hips, both legs down, the right hand on the right "
                      "glute, ready to lift the right leg."),
    QT_TRANSLATE_NOOP("psolog::Pose",
                      "Lying face down over a pillow under the hips, the forehead resting on the hands."),
    QT_TRANSLATE_NOOP("psolog::Pose",
                      "Lying face down with straight legs on the floor, the left hand on the left glute, ready to lift "
                      "the left leg."),
    QT_TRANSLATE_NOOP("psolog::Pose",
                      "Lying face down with straight legs on the floor, the right hand on the right glute, ready to "
                      "lift the right leg."),
    QT_TRANSLATE_NOOP("psolog::Pose", "Lying face down with straight legs, the forehead resting on the hands."),
    QT_TRANSLATE_NOOP("psolog::Pose",
                      "Lying on the back off the tool, knees bent, feet on the floor, hands resting on the belly."),
    QT_TRANSLATE_NOOP(
        "psolog::Pose",
        "Lying face down off the tool, which is pushed aside; the forehead resting on the hands, breathing quietly."),
    QT_TRANSLATE_NOOP("psolog::Pose",
                      "Running with an arched lower back: the pelvis tips forward and the buttocks stay behind."),
    QT_TRANSLATE_NOOP("psolog::Pose",
                      "Running tall: the pelvis level under the trunk, the hip behind fully stretched."),
    QT_TRANSLATE_NOOP("psolog::Pose",
                      "Standing with the lower back arched and the buttocks pushed back; the pelvis tips forward."),
    QT_TRANSLATE_NOOP("psolog::Pose", "Standing tall in profile, arms hanging, the pelvis level."),
    QT_TRANSLATE_NOOP("psolog::Pose",
                      "Standing with the pelvis tucked underneath and the glutes squeezed; the pelvis tips backward."),
    QT_TRANSLATE_NOOP("psolog::Pose",
                      "On knees and forearms with the hips lifted off the tool, ready to lower onto the other side."),
    QT_TRANSLATE_NOOP(
        "psolog::Pose",
        "Lying face down, leaning onto the one prong beside the navel on the left; forearms on the floor."),
    QT_TRANSLATE_NOOP(
        "psolog::Pose",
        "Lying face down, leaning onto the one prong beside the navel on the right; forearms on the floor."),
    QT_TRANSLATE_NOOP("psolog::Pose",
                      "Lying face down on the two prongs of the tool, beside the navel; forearms on the floor."),
    QT_TRANSLATE_NOOP("psolog::Pose",
                      "Lying face down on the two prongs of the tool, the left knee bent so that the foot points up; "
                      "forearms on the floor."),
    QT_TRANSLATE_NOOP("psolog::Pose",
                      "Lying face down on the two prongs of the tool, the right knee bent so that the foot points up; "
                      "forearms on the floor."),
    QT_TRANSLATE_NOOP("psolog::Pose",
                      "Lying face down on the two prongs of the tool, one knee bent so that the foot points up; "
                      "forearms on the floor."),
    QT_TRANSLATE_NOOP("psolog::Pose",
                      "Lying face down on the two prongs of the tool, one knee drawn out to the side along the floor; "
                      "forearms on the floor."),
    QT_TRANSLATE_NOOP(
        "psolog::Pose",
        "Lying face down, leaning onto the one prong just above the left front hip bone; forearms on the floor."),
    QT_TRANSLATE_NOOP(
        "psolog::Pose",
        "Lying face down, leaning onto the one prong just above the right front hip bone; forearms on the floor."),
    QT_TRANSLATE_NOOP(
        "psolog::Pose",
        "Lying face down on the two prongs of the tool, just above the front hip bones; forearms on the floor."),
    QT_TRANSLATE_NOOP(
        "psolog::Pose",
        "Lying face down, leaning onto the one prong below the navel on the left; forearms on the floor."),
    QT_TRANSLATE_NOOP(
        "psolog::Pose",
        "Lying face down, leaning onto the one prong below the navel on the right; forearms on the floor."),
    QT_TRANSLATE_NOOP("psolog::Pose",
                      "Lying face down on the two prongs of the tool, below the navel; forearms on the floor."),
    QT_TRANSLATE_NOOP("psolog::Pose",
                      "Lying face down on the two prongs of the tool, just above the front hip bones; the forehead "
                      "resting on the hands, letting the weight sink in."),
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

std::set<std::string> translatablePoseDescriptions()
{
    return {kPoseDescriptions.begin(), kPoseDescriptions.end()};
}

std::string sidesSwapped(const std::string& english)
{
    static const QRegularExpression side(QStringLiteral("\\b(left|right|Left|Right)\\b"));
    static const QHash<QString, QString> other{{QStringLiteral("left"), QStringLiteral("right")},
                                               {QStringLiteral("right"), QStringLiteral("left")},
                                               {QStringLiteral("Left"), QStringLiteral("Right")},
                                               {QStringLiteral("Right"), QStringLiteral("Left")}};
    const QString text = QString::fromStdString(english);
    QString swapped;
    qsizetype done = 0;
    for (auto found = side.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        swapped += QStringView(text).mid(done, match.capturedStart() - done);
        swapped += other.value(match.captured());
        done = match.capturedEnd();
    }
    swapped += QStringView(text).mid(done);
    return swapped.toStdString();
}

QString poseDescription(const Pose& pose, bool mirrored)
{
    const std::string english = mirrored ? sidesSwapped(pose.description) : pose.description;
    return QCoreApplication::translate(kPoseContext, english.c_str());
}

}  // namespace psolog
