// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>

#include <QMainWindow>

#include "core/records.h"
#include "gui/shell/page.h"

class QLabel;
class QFrame;
class QStackedWidget;

namespace psolog {

class FileMenu;
class FirstStartWizard;
class FullScreen;
class NoticeBar;
class Reminder;
class Sidebar;
struct Services;

/// The window of one open log: navigation at the left, one page at a time. Pages are made when first shown. GUI thread;
/// everything in `services` must outlive it.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Services& services, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Shows what a start shows: the first start, a session cut off by a crash, or Today.
    void begin();

    /// A lasting message above every page, for a log that cannot be changed; empty for none.
    void setLogNotice(const QString& text);

    /// Shows a page; false when the current one does not want to be left.
    bool showPage(PageId id, const QString& topic = {});
    [[nodiscard]] PageId currentPage() const { return m_current; }
    /// The page widget, made if needed.
    [[nodiscard]] Page& page(PageId id);

    /// Whether the page shown may be left now; asks the user where something would be lost.
    [[nodiscard]] bool mayBeLeft();

    /// Brings the window to the front, for a second start of the program.
    void raiseWindow();

Q_SIGNALS:
    /// The user wants another log file; the window may be closed for it.
    void openLogRequested(const QString& path);
    void newLogRequested(const QString& path);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void connectFileMenu();
    void buildShortcuts();
    [[nodiscard]] Page* makePage(PageId id);
    void retranslate();
    void applyWholeWindow();
    void showFirstStart();
    void offerRecovery();
    void reactToOutside();
    void showReminder(const QString& question);
    void followNotification();
    void placeNoticeBar();
    void undo();
    void redo();

    Services& m_services;
    FileMenu* m_fileMenu;
    Sidebar* m_sidebar;
    QLabel* m_notice = nullptr;
    QFrame* m_noticeFrame = nullptr;
    QStackedWidget* m_stack;
    NoticeBar* m_noticeBar;
    Reminder* m_reminder;
    std::unique_ptr<FullScreen> m_fullScreen;
    FirstStartWizard* m_firstStart = nullptr;
    std::map<PageId, Page*> m_pages;
    PageId m_current = PageId::Today;
    LocalDay m_shownDay;
};

}  // namespace psolog
