// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/beforeafter/beforeafterreader.h"

#include "gui/shell/services.h"
#include "session/glutetestflow.h"

namespace psolog {

namespace {

/// Covers the hours that a test may be away from its release, also for who crosses the date line.
constexpr int kDaysAround = 2;
/// Earlier sessions are looked for among those of this many days; older ones say little about what is usual now.
constexpr int kUsualDays = 90;

QString prefix()
{
    return QStringLiteral("again:");
}

}  // namespace

Result<BeforeAfter> readBeforeAfter(Services& services, const ReleaseSession& session)
{
    const LocalDay day = session.recorded.day;
    const auto tests = services.selfTests.between(day - kDaysAround, day + kDaysAround);
    if (!tests)
        return tl::unexpected(tests.error());
    const auto sessions = services.releases.between(day - kDaysAround, day + kDaysAround);
    if (!sessions)
        return tl::unexpected(sessions.error());
    return beforeAfter(session, *tests, *sessions);
}

Result<SessionStanding> readStanding(Services& services, const ReleaseSession& session)
{
    const auto sessions = services.releases.between(session.recorded.day - kUsualDays, session.recorded.day);
    if (!sessions)
        return tl::unexpected(sessions.error());
    return standing(session, *sessions);
}

Result<std::optional<ReleaseLoop>> readLoop(Services& services, const SelfTest& test)
{
    const LocalDay day = test.recorded.day;
    const auto sessions = services.releases.between(day - kDaysAround, day + kDaysAround);
    if (!sessions)
        return tl::unexpected(sessions.error());
    const auto session = releaseBefore(test, *sessions);
    if (!session)
        return std::nullopt;
    const auto tests = readBeforeAfter(services, *session);
    if (!tests)
        return tl::unexpected(tests.error());
    const auto standing = readStanding(services, *session);
    if (!standing)
        return tl::unexpected(standing.error());
    return ReleaseLoop{*session, *standing, *tests};
}

std::optional<SelfTest> testToRepeat(const BeforeAfter& tests)
{
    return tests.before && tests.before->wordingVersion == kGluteTestWording ? tests.before : std::nullopt;
}

QString retestTopic(const SelfTestId& before)
{
    return prefix() + QString::fromStdString(before.toString());
}

std::optional<SelfTestId> retestOf(const QString& topic)
{
    if (!topic.startsWith(prefix()))
        return std::nullopt;
    return SelfTestId(topic.mid(prefix().size()).toStdString());
}

}  // namespace psolog
