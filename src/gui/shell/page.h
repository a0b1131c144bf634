// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace psolog {

struct Services;

/// Where the navigation can go.
enum class PageId { Today, CheckIn, Weekly, SelfTests, Release, Trends, Experiment, History, Coach, Learn, Settings };

/// One page of the main window. Pages are made when first shown.
class Page : public QWidget {
    Q_OBJECT
public:
    explicit Page(Services& services, QWidget* parent = nullptr) : QWidget(parent), m_services(services) {}

    /// Called each time the page comes up: read the log, set the focus.
    virtual void activate() = 0;
    /// Called before another page comes up or the window closes; false keeps this page (a flow is running, or
    /// something entered is not saved and the user chose to stay).
    [[nodiscard]] virtual bool mayLeave() { return true; }
    /// True while the page wants the whole window (a running release session).
    [[nodiscard]] virtual bool wantsWholeWindow() const { return false; }

Q_SIGNALS:
    /// Asks the window to show another page. `topic` is page-specific: an anchor in Learn, a record id in History,
    /// a test in Self-tests, a weekly check-in to change; empty for none.
    void pageRequested(psolog::PageId page, const QString& topic);
    /// A short message at the foot of the window; with `offerUndo` it has an Undo button.
    void noticed(const QString& message, bool offerUndo);
    /// wantsWholeWindow() changed.
    void wholeWindowChanged();

protected:
    [[nodiscard]] Services& services() const { return m_services; }

private:
    Services& m_services;
};

/// A page that can be opened at a topic (see pageRequested).
class TopicPage : public Page {
    Q_OBJECT
public:
    using Page::Page;
    virtual void openTopic(const QString& topic) = 0;
};

}  // namespace psolog
