// SPDX-License-Identifier: GPL-3.0-or-later
// What the release page says of a session that has ended: against earlier ones, and with the glute tests around it.
#include "gui/beforeafter/beforeafterreader.h"
#include "gui/beforeafter/beforeafterwords.h"
#include "gui/release/releasepage.h"
#include "gui/release/releasesummarywidget.h"
#include "gui/shell/services.h"

namespace psolog {

SummaryContext ReleasePage::summaryContext()
{
    const ReleaseSession& session = m_flow->record();
    SummaryContext context;
    context.previous = m_previous;
    context.today = services().today();
    context.mayTest = !session.stopReason || !isRed(*session.stopReason);
    // Without what cannot be read now the session itself is still shown.
    if (const auto standing = readStanding(services(), session))
        context.standing = *standing;
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
