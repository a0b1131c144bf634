// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "gui/selftest/selftestdriver.h"
#include "gui/shell/page.h"

class QStackedWidget;

namespace psolog {

class SelfTestOverview;
class SelfTestResultView;
class SelfTestRunView;

/// The two self-tests: choose one, be guided through it, see the result. Topics: the stored name of a test starts its
/// introduction.
class SelfTestPage : public TopicPage {
    Q_OBJECT
public:
    explicit SelfTestPage(Services& services, QWidget* parent = nullptr);
    ~SelfTestPage() override;

    void activate() override;
    void openTopic(const QString& topic) override;
    /// A running test ends as incomplete, with what was rated; it is paused while the athlete is asked.
    [[nodiscard]] bool mayLeave() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void startTest(SelfTestKind kind);
    void onTick();
    void afterInput();
    void render();
    void setTicking(bool ticking);
    void endRun();
    [[nodiscard]] bool leaveUnsaved();
    void showOverview();
    void showResult();
    /// The result is left; false when what was answered on it could not be saved and the athlete stays.
    [[nodiscard]] bool closeResult();
    [[nodiscard]] bool showsResult() const;

    QStackedWidget* m_stack;
    SelfTestOverview* m_overview;
    SelfTestRunView* m_run;
    SelfTestResultView* m_result;
    std::unique_ptr<SelfTestDriver> m_test;
    bool m_ticking = false;
};

}  // namespace psolog
