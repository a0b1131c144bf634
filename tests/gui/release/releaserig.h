// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QTest>

#include "gui/release/releasepage.h"
#include "gui/widgets/scorescale.h"
#include "support/pagefixture.h"

namespace psolog::test {

/// A release log that passes everything on, unless told that the disk is full.
class FaultyReleases : public IReleaseLog {
public:
    explicit FaultyReleases(IReleaseLog& log) : m_log(log) { }

    bool full = false;

    Result<void> save(const ReleaseSession& session) override { return full ? refused() : m_log.save(session); }
    Result<void> append(const ReleaseSessionId& id, const SessionEvent& event) override
    {
        return full ? refused() : m_log.append(id, event);
    }
    Result<void> remove(const ReleaseSessionId& id) override { return m_log.remove(id); }
    Result<void> restore(const ReleaseSessionId& id) override { return m_log.restore(id); }
    Result<std::optional<ReleaseSession>> find(const ReleaseSessionId& id) override { return m_log.find(id); }
    Result<std::vector<ReleaseSession>> between(LocalDay first, LocalDay last) override
    {
        return m_log.between(first, last);
    }
    Result<std::optional<ReleaseSession>> latest() override { return m_log.latest(); }
    Result<std::vector<ReleaseSession>> unfinished() override { return m_log.unfinished(); }

private:
    static Result<void> refused() { return fail(ErrorCode::DiskFull); }
    IReleaseLog& m_log;
};

/// The release page on a real log with a clock that is moved by hand.
struct ReleaseRig {
    explicit ReleaseRig(ThemeChoice choice = ThemeChoice::Light, int textSize = 100) : fixture(choice, textSize)
    {
        connectLog();
    }

    /// A screening without a yes, or with these items, answered today.
    void answerScreening(const std::set<SafetyItem>& items = {})
    {
        const auto saved = services->athletes.save(
            SafetyScreening{fixture.ids.make<ScreeningId>(), services->recordedNow(), items, std::nullopt});
        Q_ASSERT(saved);
    }

    /// Makes the page anew, as after a new start, and brings it up.
    ReleasePage& open(QSize size = {1280, 800})
    {
        page = std::make_unique<ReleasePage>(*services);
        page->resize(size);
        page->show();
        page->activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(page.get()));
        page->activate();
        return *page;
    }

    /// The program was killed: the page goes without a word, the log is opened again.
    void crash()
    {
        page->setParent(nullptr);
        page.reset();
        services.reset();
        fixture.reopen();
        connectLog();
    }

    void key(Qt::Key key) const
    {
        QWidget* target = QApplication::focusWidget();
        QTest::keyClick(target == nullptr ? page.get() : target, key);
    }
    template <class Widget>
    Widget* child(const char* name) const
    {
        return page->findChild<Widget*>(QString::fromLatin1(name));
    }
    /// Of the names that several stages use, the one on screen.
    QAbstractButton* button(const char* name) const
    {
        for (auto* candidate : page->findChildren<QAbstractButton*>(QString::fromLatin1(name)))
            if (candidate->isVisible())
                return candidate;
        return nullptr;
    }
    void click(const char* name) const
    {
        QAbstractButton* const found = button(name);
        QVERIFY2(found != nullptr, name);
        QTest::mouseClick(found, Qt::LeftButton);
    }
    QString text(const char* name) const
    {
        for (auto* label : page->findChildren<QLabel*>(QString::fromLatin1(name)))
            if (label->isVisible())
                return label->text();
        return {};
    }

    /// From the overview to the running session, without tightness.
    void start() const
    {
        key(Qt::Key_Space);
        key(Qt::Key_N);
        key(Qt::Key_Return);
        key(Qt::Key_Space);
    }
    void run(Milliseconds time) { fixture.run(time); }
    [[nodiscard]] ReleaseSession stored() const
    {
        const auto latest = services->releases.latest();
        return latest && *latest ? **latest : ReleaseSession{};
    }

    PageFixture fixture;
    std::unique_ptr<FaultyReleases> releases;
    std::unique_ptr<Services> services;
    std::unique_ptr<ReleasePage> page;

private:
    void connectLog()
    {
        Services& real = *fixture.services;
        releases = std::make_unique<FaultyReleases>(real.releases);
        services = std::make_unique<Services>(real.clock, real.ids, real.athletes, real.checkIns, real.selfTests,
                                              *releases, real.trends, real.weekly, real.experiments, real.file, real.settings, real.theme, real.poses,
                                              real.routines, real.alarm, real.guide, real.ticker, real.changes, real.undo,
                                              real.random);
    }
};

}  // namespace psolog::test
