// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/today/reminder.h"

#include <utility>

#include <QPointer>

#include "gui/shell/guide.h"
#include "gui/shell/services.h"
#include "gui/today/todayfacts.h"
#include "gui/today/todaywords.h"

namespace psolog {

namespace {

Instant nextInstant(const IClock& clock, std::chrono::minutes timeOfDay)
{
    const Instant now = clock.now();
    LocalDay date(std::chrono::floor<std::chrono::days>(now.utc + now.offset));
    // A calendar day may be missing (a zone that crossed the date line), never two.
    for (int days = 0; days < 3; ++days) {
        Instant at = clock.localInstant(date + days, timeOfDay);
        if (at.utc > now.utc)
            return at;
    }
    Instant tomorrow = now;
    tomorrow.utc += std::chrono::days(1);
    return tomorrow;
}

}  // namespace

UtcTime nextReminder(const IClock& clock, std::chrono::minutes timeOfDay)
{
    return nextInstant(clock, timeOfDay).utc;
}

Reminder::Reminder(Services& services, QObject* parent) : QObject(parent), m_services(services)
{
    // The alarm outlives this, and may have another listener by then; so it is not taken back in a destructor.
    m_services.alarm.onRing([self = QPointer<Reminder>(this)] {
        if (self)
            self->wake();
    });
    // Also said when settings were stored.
    connect(&m_services.changes, &LogChanges::logChanged, this, &Reminder::arm);
    // Later, because the flow is stored after it has ended.
    connect(&m_services.guide, &Guide::flowEnded, this, &Reminder::remindAfterFlow, Qt::QueuedConnection);
    arm();
}

void Reminder::arm()
{
    const std::optional<std::chrono::minutes> reminder = m_services.settings.current().reminder;
    m_at = reminder ? std::optional(nextInstant(m_services.clock, *reminder)) : std::nullopt;
    m_services.alarm.set(m_at ? std::optional(m_at->utc) : std::nullopt);
}

void Reminder::wake()
{
    const std::optional<Instant> at = std::exchange(m_at, std::nullopt);
    const RecordedAt now = m_services.recordedNow();
    arm();
    // It also wakes when the clock was set.
    if (!at || now.at.utc < at->utc)
        return;
    if (localDayOf(*at, m_services.settings.current().dayStart) == now.day)
        remind();
}

void Reminder::remind()
{
    if (m_services.file.readOnly())
        return;
    if (m_services.guide.isFlowRunning()) {
        m_waits = m_services.today();
        return;
    }
    const auto athlete = m_services.athletes.athlete();
    const auto facts = readTodayFacts(m_services);
    if (!athlete || !*athlete || !facts)
        return;
    const TodayPlan plan = planToday(*facts);
    const QString question = reminderQuestion(plan);
    if (question.isEmpty())
        return;
    const auto hour =
        static_cast<int>(std::chrono::floor<std::chrono::hours>(localTimeOfDay(m_services.clock.now())).count());
    const NextStepWords next = wordsFor(plan, hour, {});
    m_services.guide.notify(question, next.heading + QStringLiteral(": ") + next.text);
    Q_EMIT due(question);
}

void Reminder::remindAfterFlow()
{
    const std::optional<LocalDay> day = std::exchange(m_waits, std::nullopt);
    if (day == m_services.today() && m_services.settings.current().reminder)
        remind();
}

}  // namespace psolog
