// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessionprobe.h"

#include <algorithm>

#include <QApplication>
#include <QTest>

#include "app/bundled.h"

namespace psolog::test {

namespace {

constexpr int kVoiceVolume = 40;

Routine shortRoutine(const std::vector<Routine>& shipped, std::size_t count)
{
    const std::vector<RoutineStep>& steps = shipped.front().steps;
    const auto like = [&steps](StepKind kind, Seconds duration) {
        RoutineStep step =
            *std::find_if(steps.begin(), steps.end(), [kind](const RoutineStep& one) { return one.kind == kind; });
        step.duration = duration;
        return step;
    };
    Routine routine{
        "short",
        "Short",
        {like(StepKind::Settle, Seconds(4)), like(StepKind::Zone, Seconds(6)), like(StepKind::Rest, Seconds(4))}};
    routine.steps.resize(count);
    return routine;
}

}  // namespace

SessionProbe::SessionProbe(IVoice& voice, ITones& tones, std::size_t steps)
    : m_theme(ThemeChoice::Light, 100),
      m_poses(bundledPoses().value()),
      m_routines({shortRoutine(bundledRoutines().value(), steps)}),
      m_guide(voice, tones, m_desktop, m_settings),
      m_log(Log::open(m_folder.filePath(QStringLiteral("log.psolog")).toStdString(), m_clock).value()),
      m_services(std::make_unique<Services>(m_clock, m_ids, m_log->athlete(), m_log->checkIns(), m_log->selfTests(),
                                            m_log->releases(), m_log->trends(), m_log->weekly(), m_log->experiments(),
                                            m_log->file(), m_settings, m_theme, m_poses, m_routines, m_alarm, m_guide,
                                            m_ticker, m_changes, m_undo, m_random))
{
    // Tones are to be found under the words.
    Settings settings = m_settings.current();
    settings.voiceVolume = kVoiceVolume;
    settings.toneVolume = 100;
    static_cast<void>(m_settings.save(settings));
    m_guide.applySettings();
    installTranslators(*QCoreApplication::instance());
    const auto screened = m_services->athletes.save(
        SafetyScreening{m_ids.make<ScreeningId>(), m_services->recordedNow(), {}, std::nullopt});
    if (!screened)
        qFatal("the screening cannot be stored");
    m_page = std::make_unique<ReleasePage>(*m_services);
    m_page->resize(1280, 800);
    m_page->show();
    m_page->activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(m_page.get()));
    m_page->activate();
}

void SessionProbe::prepare()
{
    // Release, nothing today, no tightness.
    press(Qt::Key_Space);
    press(Qt::Key_N);
    press(Qt::Key_Return);
}

void SessionProbe::begin()
{
    press(Qt::Key_Space);
}

void SessionProbe::press(Qt::Key key)
{
    QWidget* const target = QApplication::focusWidget();
    QTest::keyClick(target == nullptr ? m_page.get() : target, key);
}

}  // namespace psolog::test
