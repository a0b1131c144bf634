// SPDX-License-Identifier: GPL-3.0-or-later
// What the release page says of a session that has ended: against earlier ones, and with the glute tests around it.
#include "gui/beforeafter/beforeafterreader.h"
#include "gui/beforeafter/beforeafterwords.h"
#include "gui/release/releasepage.h"
#include "gui/release/releasesummarywidget.h"
#include "gui/shell/services.h"

namespace psolog {

namespace {

/// Earlier sessions are looked for among those of this many days; older ones say little about what is usual now.
constexpr int kUsualDays = 90;

}  // namespace

SummaryContext ReleasePage::summaryContext()
{
    const ReleaseSession& session = m_flow->record();
    SummaryContext context;
    context.previous = m_previous;
    context.today = services().today();
    context.mayTest = !session.stopReason || !isRed(*session.stopReason);
    // Without what cannot be read now the session itself is still shown.
    const LocalDay day = session.recorded.day;
    if (const auto earlier = services().releases.between(day - kUsualDays, day))
        context.standing = standing(session, *earlier);
    if (const auto tests = readBeforeAfter(services(), session))
        context.before = testToRepeat(*tests);
    return context;
}

void ReleasePage::leaveForTest()
{
    std::optional<SelfTest> before;
    if (m_flow)
        before = summaryContext().before;
    leaveSummary(PageId::SelfTests, before ? retestTopic(before->id) : QStringLiteral("glute-activation"));
}

QString ReleasePage::lastGlutes()
{
    if (!m_previous)
        return {};
    const auto tests = readBeforeAfter(services(), *m_previous);
    return tests && tests->isComplete() ? BeforeAfterWords::line(*tests) : QString();
}

}  // namespace psolog
