// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/weekly/weeklywords.h"

#include <array>

#include <QCoreApplication>

namespace psolog::WeeklyWords {

namespace {

using Answers = std::array<const char*, 4>;

constexpr Answers kParticipation{
    QT_TRANSLATE_NOOP("WeeklyCheckIn", "Everything, and without any leg problem"),
    QT_TRANSLATE_NOOP("WeeklyCheckIn", "Everything, though with a leg problem"),
    QT_TRANSLATE_NOOP("WeeklyCheckIn", "Less than usual, because of a leg problem"),
    QT_TRANSLATE_NOOP("WeeklyCheckIn", "Nothing at all, because of a leg problem"),
};
constexpr Answers kTraining{
    QT_TRANSLATE_NOOP("WeeklyCheckIn", "Nothing"),
    QT_TRANSLATE_NOOP("WeeklyCheckIn", "A little"),
    QT_TRANSLATE_NOOP("WeeklyCheckIn", "A fair amount"),
    QT_TRANSLATE_NOOP("WeeklyCheckIn", "A great deal"),
};
constexpr Answers kPerformance{
    QT_TRANSLATE_NOOP("WeeklyCheckIn", "Not at all"),
    QT_TRANSLATE_NOOP("WeeklyCheckIn", "Slightly"),
    QT_TRANSLATE_NOOP("WeeklyCheckIn", "Clearly"),
    QT_TRANSLATE_NOOP("WeeklyCheckIn", "Severely"),
};
constexpr Answers kSymptoms{
    QT_TRANSLATE_NOOP("WeeklyCheckIn", "None"),
    QT_TRANSLATE_NOOP("WeeklyCheckIn", "Mild"),
    QT_TRANSLATE_NOOP("WeeklyCheckIn", "Moderate"),
    QT_TRANSLATE_NOOP("WeeklyCheckIn", "Severe"),
};

constexpr std::array kAnswers{kParticipation, kTraining, kPerformance, kSymptoms};

constexpr std::array<const char*, kWeeklyItems> kQuestions{
    QT_TRANSLATE_NOOP("WeeklyCheckIn", "How much of your usual training and racing could you do?"),
    QT_TRANSLATE_NOOP("WeeklyCheckIn", "How much did you change your training for your legs?"),
    QT_TRANSLATE_NOOP("WeeklyCheckIn", "How much did your legs take from how well you ran?"),
    QT_TRANSLATE_NOOP("WeeklyCheckIn", "How strong were soreness, pain or other complaints?"),
};

QString tr(const char* text)
{
    return QCoreApplication::translate("WeeklyCheckIn", text);
}

}  // namespace

QString question(WeeklyItem item)
{
    return tr(kQuestions.at(static_cast<std::size_t>(item)));
}

QString answer(WeeklyItem item, std::size_t position)
{
    return tr(kAnswers.at(static_cast<std::size_t>(item)).at(position));
}

QString scope()
{
    return tr("The past seven days: your hamstrings and any other leg problem, such as soreness, pain, stiffness or "
              "a muscle that gave way.");
}

QString source()
{
    return tr(
        "In our own words after OSTRC-H2, a questionnaire of the Oslo Sports Trauma Research Center. It tells how "
        "much a problem limits you, not what it is.");
}

QString severity(int value)
{
    return tr("Severity %1 of 100").arg(value);
}

QString meaning(int value)
{
    if (value == 0)
        return tr("Your legs limited nothing in these seven days. Weeks of 0 are worth logging: they show what a good "
                  "one looks like.");
    return tr(
        "0 is a week in which your legs limited nothing, 100 one in which you could not run at all. The four "
        "answers count 0, 8, 17 or 25 each. The number orders your weeks; it names no cause and is no diagnosis.");
}

QString substantial(bool is)
{
    if (is)
        return tr("A week counts as substantial when you could not train at all, changed your training a fair amount, "
                  "or ran clearly worse. This one does. If it stays so, or worries you, show it to somebody who knows "
                  "about legs.");
    return tr("A week counts as substantial when you could not train at all, changed your training a fair amount, or "
              "ran clearly worse. This one does not.");
}

QString comparison(int now, int before, const QString& day)
{
    if (now == before)
        return tr("The same as on %1.").arg(day);
    return tr("On %1 it was %2. One week says little, many in a row say more.").arg(day).arg(before);
}

}  // namespace psolog::WeeklyWords
