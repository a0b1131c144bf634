// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/selftestprogress.h"

#include <algorithm>
#include <utility>

#include "core/validation.h"

namespace psolog {

namespace {

bool isSameSlot(const Reading& a, const Reading& b)
{
    return a.side == b.side && a.posture == b.posture && a.repeat == b.repeat;
}

}  // namespace

SelfTestProgress::SelfTestProgress(SelfTest record, std::vector<Reading> slots, ISelfTestLog& log)
    : m_record(std::move(record)),
      m_slots(std::move(slots)),
      m_log(log)
{
}

bool SelfTestProgress::isDone(Side side) const
{
    for (std::size_t slot = 0; slot < m_slots.size(); ++slot)
        if (m_slots[slot].side == side && find(slot) == nullptr)
            return false;
    return true;
}

bool SelfTestProgress::isComplete() const
{
    return m_record.readings.size() == m_slots.size();
}

void SelfTestProgress::begin(const Instant& at, std::chrono::minutes dayStart)
{
    m_record.recorded = RecordedAt{at, localDayOf(at, dayStart)};
}

void SelfTestProgress::beginEffort()
{
    if (m_ratedNow)
        return;  // a hold that was cut off begins again; its rating stands until replaced
    m_lastRated.reset();
    m_worked.reset();
}

void SelfTestProgress::rate(Contraction contraction)
{
    m_ratedNow = true;
    m_lastRated = m_slot;
    Reading reading = m_slots[m_slot];
    reading.contraction = contraction;
    reading.workedHardest = m_worked;
    if (Reading* const old = find(m_slot))
        *old = reading;
    else
        m_record.readings.push_back(reading);
    m_record.complete = isComplete();
    save();
}

void SelfTestProgress::chooseWorkedHardest(RatingTarget target, std::optional<WorkedHardest> worked)
{
    const std::optional<std::size_t> slot = slotOf(target);
    if (!slot || m_worked == worked)
        return;
    m_worked = worked;
    if (slot != m_lastRated)
        return;  // not rated in this pass yet; goes with the rating
    if (Reading* const reading = find(*slot)) {
        reading->workedHardest = worked;
        save();
    }
}

bool SelfTestProgress::toNext()
{
    for (std::size_t slot = 0; slot < m_slots.size(); ++slot) {
        if (find(slot) == nullptr) {
            m_slot = slot;
            m_ratedNow = false;
            return true;
        }
    }
    return false;
}

void SelfTestProgress::redo()
{
    if (!canRedo())
        return;
    if (!m_ratedNow)
        --m_slot;
    m_ratedNow = false;
    m_lastRated.reset();
    m_worked.reset();
}

void SelfTestProgress::retrySave()
{
    if (m_error)
        save();
}

void SelfTestProgress::fill(SelfTestView& view, RatingTarget target) const
{
    view.repeat = slot().repeat;
    view.repeats = m_record.repeats;
    view.readings = m_record.readings;
    view.pillow = m_record.pillow;
    view.saveError = m_error;
    view.workedHardest = m_worked;
    view.current.reset();
    const std::optional<std::size_t> rated = slotOf(target);
    if (rated && rated == m_lastRated)
        view.current = *find(*rated);
}

std::optional<std::size_t> SelfTestProgress::slotOf(RatingTarget target) const
{
    switch (target) {
    case RatingTarget::None:
        break;
    case RatingTarget::Current:
        return m_slot;
    case RatingTarget::Last:
        return m_lastRated;
    }
    return std::nullopt;
}

Reading* SelfTestProgress::find(std::size_t slot)
{
    const auto found = std::find_if(m_record.readings.begin(), m_record.readings.end(),
                                    [&](const Reading& reading) { return isSameSlot(reading, m_slots[slot]); });
    return found == m_record.readings.end() ? nullptr : &*found;
}

const Reading* SelfTestProgress::find(std::size_t slot) const
{
    const auto found = std::find_if(m_record.readings.begin(), m_record.readings.end(),
                                    [&](const Reading& reading) { return isSameSlot(reading, m_slots[slot]); });
    return found == m_record.readings.end() ? nullptr : &*found;
}

void SelfTestProgress::release()
{
    m_held = false;
    if (std::exchange(m_wanted, false))
        save();
}

void SelfTestProgress::save()
{
    if (m_held) {
        m_wanted = true;
        return;
    }
    m_error.reset();
    if (const Result<void> saved = m_log.save(m_record); !saved)
        m_error = saved.error();
}

SelfTest newSelfTest(const SelfTestConfig& config, SelfTestKind kind, int wordingVersion)
{
    SelfTest test;
    test.id = config.id;
    test.kind = kind;
    test.wordingVersion = wordingVersion;
    test.firstSide = config.firstSide;
    test.pillow = kind == SelfTestKind::GluteActivation && config.pillow;
    test.repeats = std::clamp(config.repeats, 1, kMaxTestRepeats);
    test.hold = std::max(config.hold, Seconds(1));
    return test;
}

}  // namespace psolog
