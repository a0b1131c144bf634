// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/checkin/morningquestion.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "analysis/dayseries.h"
#include "analysis/finding.h"
#include "gui/body/sitewords.h"
#include "gui/shell/services.h"

namespace psolog {

namespace {

/// In a sentence more names than these would not be read.
constexpr qsizetype kMostNamed = 4;

QString tr(const char* text)
{
    return QCoreApplication::translate("MorningQuestion", text);
}

/// Names as they stand inside a sentence, by indexOf(site).
constexpr std::array<const char*, kSiteCount> kNames{
    QT_TRANSLATE_NOOP("MorningQuestion", "left hamstring"),  QT_TRANSLATE_NOOP("MorningQuestion", "right hamstring"),
    QT_TRANSLATE_NOOP("MorningQuestion", "left calf"),       QT_TRANSLATE_NOOP("MorningQuestion", "right calf"),
    QT_TRANSLATE_NOOP("MorningQuestion", "left quadriceps"), QT_TRANSLATE_NOOP("MorningQuestion", "right quadriceps"),
    QT_TRANSLATE_NOOP("MorningQuestion", "left glute"),      QT_TRANSLATE_NOOP("MorningQuestion", "right glute"),
    QT_TRANSLATE_NOOP("MorningQuestion", "left psoas"),      QT_TRANSLATE_NOOP("MorningQuestion", "right psoas"),
    QT_TRANSLATE_NOOP("MorningQuestion", "left lower back"), QT_TRANSLATE_NOOP("MorningQuestion", "right lower back"),
};

QString nameIn(Site site)
{
    return tr(kNames[indexOf(site)]);
}

QString listed(QStringList names)
{
    if (names.size() > kMostNamed) {
        const auto more = names.size() - kMostNamed + 1;
        names = names.mid(0, kMostNamed - 1);
        names.append(tr("%1 more").arg(more));
    }
    return QLocale().createSeparatedList(names);
}

/// The hamstring that was sorer before the first release, which is what the release is judged by.
Result<std::vector<Site>> primarySites(Services& services)
{
    std::vector<Site> hamstrings{{Muscle::Hamstring, Side::Left}, {Muscle::Hamstring, Side::Right}};
    const auto span = services.trends.span();
    const auto firstRelease = services.trends.firstReleaseDay();
    if (!span || !firstRelease)
        return tl::unexpected(span ? firstRelease.error() : span.error());
    if (!*span || !*firstRelease)
        return hamstrings;
    std::array<double, 2> before{};
    for (std::size_t i = 0; i < hamstrings.size(); ++i) {
        const auto scores = services.trends.dayScores(hamstrings[i], (*span)->first, **firstRelease - 1);
        if (!scores)
            return tl::unexpected(scores.error());
        const Finding finding = findingOf(hamstrings[i], daySeries(*scores), *firstRelease, services.today());
        before.at(i) = finding.before.median.value_or(0);
    }
    if (before[0] > before[1])
        hamstrings.pop_back();
    else if (before[1] > before[0])
        hamstrings.erase(hamstrings.begin());
    return hamstrings;
}

}  // namespace

Result<std::vector<FollowUpSite>> readFollowUp(Services& services)
{
    FollowUpFacts facts;
    facts.now = services.recordedNow();
    facts.dayStart = services.settings.current().dayStart;
    const LocalDay yesterday = facts.now.day - 1;
    auto checkIns = services.checkIns.between(yesterday, facts.now.day);
    if (!checkIns)
        return tl::unexpected(checkIns.error());
    facts.checkIns = std::move(*checkIns);
    const auto activity = services.trends.activity(yesterday, yesterday);
    if (!activity)
        return tl::unexpected(activity.error());
    facts.releasedYesterday =
        std::any_of(activity->begin(), activity->end(), [](const DayActivity& day) { return day.releases > 0; });
    if (facts.releasedYesterday) {
        auto primary = primarySites(services);
        if (!primary)
            return tl::unexpected(primary.error());
        facts.primary = std::move(*primary);
    }
    return followUp(facts);
}

QString morningQuestion(const std::vector<FollowUpSite>& sites)
{
    QStringList names;
    QStringList scores;
    QStringList others;
    for (const FollowUpSite& asked : sites) {
        if (!asked.wasSore()) {
            others.append(nameIn(asked.site));
            continue;
        }
        names.append(nameIn(asked.site));
        scores.append(tr("%1 %2").arg(nameIn(asked.site), scoreText(asked.yesterday)));
    }
    if (names.isEmpty() && others.isEmpty())
        return {};
    if (names.isEmpty())
        return others.size() == 1
            ? tr("You released yesterday. How is your %1 this morning?").arg(others.front())
            : tr("You released yesterday. How do these feel this morning: %1?").arg(listed(others));
    const QString sore = names.size() == 1
        ? tr("Yesterday your %1 was %2. How is it this morning?").arg(names.front(), scoreText(sites.front().yesterday))
        : tr("Yesterday: %1. How are they this morning?").arg(listed(scores));
    return others.isEmpty() ? sore : sore + QLatin1Char(' ') + tr("After the release also: %1.").arg(listed(others));
}

QString shortMorningQuestion(const std::vector<FollowUpSite>& sites)
{
    if (sites.size() == 1)
        return morningQuestion(sites);
    const auto sore =
        std::count_if(sites.begin(), sites.end(), [](const FollowUpSite& asked) { return asked.wasSore(); });
    if (sore == 0)
        return tr("You released yesterday. How are these this morning?");
    if (static_cast<std::size_t>(sore) == sites.size())
        return tr("Sore yesterday. How are these this morning?");
    return tr("Sore or released yesterday. How are these this morning?");
}

}  // namespace psolog
