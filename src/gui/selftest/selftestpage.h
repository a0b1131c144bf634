// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/ports/idesktop.h"
#include "gui/guided/readycountdown.h"
#include "gui/guided/sessiontheme.h"
#include "gui/selftest/selftestdriver.h"
#include "gui/shell/page.h"

class QStackedWidget;

namespace psolog {

class FlowGuide;
class SelfTestOverview;
class SelfTestResultView;
class SelfTestRunView;

/// The two self-tests: choose one, be guided through it, see the result. A test starts by itself after kTestReadyTime
/// unless that countdown is held; from there on it can be followed by ear, by screen, or both, and one key is enough.
/// Topics: the stored name of a test starts its introduction, retestTopic() that of a re-test.
class SelfTestPage : public TopicPage {
    Q_OBJECT
public:
    explicit SelfTestPage(Services& services, QWidget* parent = nullptr);
    ~SelfTestPage() override;

    void activate() override;
    void openTopic(const QString& topic) override;
    /// A running test is paused and asks on its screen whether to stop it.
    [[nodiscard]] bool mayLeave() override;
    [[nodiscard]] bool wantsWholeWindow() const override;

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// Places in the stack.
    enum class View { Overview, Run, Result };

    [[nodiscard]] SelfTestConfig usualConfig() const;
    void startTest(SelfTestKind kind);
    /// Once more as that test was: repeats, hold, pillow and first side.
    void repeatTest(const SelfTestId& before);
    void begin(SelfTestKind kind, const SelfTestConfig& config);
    void showView(View view);
    void onTick();
    void act(TestAction action);
    void actReady(TestAction action);
    void command(MediaCommand command);
    void wake();
    void afterInput();
    void render();
    /// Says and sounds what is due, and tells the desktop what runs.
    void follow();
    void dropTest();
    void setTicking(bool ticking);
    void endRun();
    [[nodiscard]] bool leaveUnsaved();
    void showOverview();
    void showResult();
    /// The result is left; false when what was answered on it could not be saved and the athlete stays.
    [[nodiscard]] bool closeResult();
    [[nodiscard]] bool showsResult() const;

    SessionTheme m_sessionTheme;
    QStackedWidget* m_stack;
    SelfTestOverview* m_overview;
    SelfTestRunView* m_run;
    SelfTestResultView* m_result;
    FlowGuide* m_guide;
    ReadyCountdown m_ready;
    std::unique_ptr<SelfTestDriver> m_test;
    bool m_offered = false;  ///< ratings were offered when last looked
    bool m_ticking = false;
};

}  // namespace psolog
