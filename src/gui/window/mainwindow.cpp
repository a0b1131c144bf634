// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/window/mainwindow.h"

#include <algorithm>

#include <QAbstractButton>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>
#include <QUndoStack>
#include <QUrl>
#include <QVBoxLayout>

#include "gui/checkin/checkinpage.h"
#include "gui/coach/coachpage.h"
#include "gui/experiment/experimentpage.h"
#include "gui/firststart/firststartwizard.h"
#include "gui/history/historypage.h"
#include "gui/learn/learnpage.h"
#include "gui/notes/notesimportdialog.h"
#include "gui/release/releasepage.h"
#include "gui/selftest/selftestpage.h"
#include "gui/settings/settingspage.h"
#include "gui/settings/shortcutsdialog.h"
#include "gui/shell/guide.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/today/reminder.h"
#include "gui/today/todaypage.h"
#include "gui/trends/trendspage.h"
#include "gui/weekly/weeklypage.h"
#include "gui/widgets/make.h"
#include "gui/widgets/noticebar.h"
#include "gui/window/filemenu.h"
#include "gui/window/fullscreen.h"
#include "gui/window/sidebar.h"

namespace psolog {

namespace {

constexpr QSize kFirstSize{1280, 800};
constexpr QSize kLeastSize{860, 600};
constexpr int kNoticeWidth = 560;
constexpr int kNoticeMargin = 18;

/// The one notes file that is dragged; empty for anything else.
QString draggedNotes(const QDropEvent& event)
{
    const QList<QUrl> urls = event.mimeData()->urls();
    if (urls.size() != 1 || !urls.front().isLocalFile())
        return {};
    const QString path = urls.front().toLocalFile();
    return isNotesFileName(path) ? path : QString();
}

/// The files and folders that are dragged, unless something else is dragged with them.
QStringList draggedFiles(const QDropEvent& event)
{
    QStringList paths;
    for (const QUrl& url : event.mimeData()->urls()) {
        if (!url.isLocalFile())
            return {};
        paths.append(url.toLocalFile());
    }
    return paths;
}

/// Pages that begin anew when they are asked for without a topic.
bool beginsAnew(PageId page)
{
    return page == PageId::CheckIn || page == PageId::Weekly;
}

}  // namespace

MainWindow::MainWindow(Services& services, QWidget* parent)
    : QMainWindow(parent),
      m_services(services),
      m_fileMenu(new FileMenu(services, *this)),
      m_sidebar(new Sidebar(services, *m_fileMenu, this)),
      m_stack(new QStackedWidget(this)),
      m_noticeBar(new NoticeBar(this)),
      m_reminder(new Reminder(services, this)),
      m_shownDay(services.today())
{
    setObjectName(QStringLiteral("mainWindow"));
    m_fullScreen = std::make_unique<FullScreen>(*this, services.settings);
    setAcceptDrops(services.coach != nullptr);
    connect(m_sidebar, &Sidebar::pageChosen, this, [this](PageId id) {
        if (!showPage(id))
            m_sidebar->light(m_current);
    });
    connectFileMenu();

    m_noticeFrame = makeBanner("warn", this);
    m_notice = makeLabel({}, "", m_noticeFrame);
    m_notice->setObjectName(QStringLiteral("logNoticeLabel"));
    auto* noticeLayout = new QHBoxLayout(m_noticeFrame);
    noticeLayout->setContentsMargins(34, 8, 34, 8);
    noticeLayout->addWidget(m_notice);
    m_noticeFrame->hide();

    auto* pages = new QVBoxLayout;
    pages->setContentsMargins(0, 0, 0, 0);
    pages->setSpacing(0);
    pages->addWidget(m_noticeFrame);
    pages->addWidget(m_stack, 1);
    auto* center = new QWidget(this);
    auto* row = new QHBoxLayout(center);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_sidebar);
    row->addLayout(pages, 1);
    setCentralWidget(center);

    buildShortcuts();
    connect(m_noticeBar, &NoticeBar::undoRequested, this, &MainWindow::undo);
    connect(m_noticeBar, &NoticeBar::announced, this, &MainWindow::placeNoticeBar);
    m_stack->installEventFilter(this);
    connect(m_reminder, &Reminder::due, this, &MainWindow::showReminder);
    connect(&m_services.guide, &Guide::notificationClicked, this, &MainWindow::followNotification);
    connect(&m_services.theme, &Theme::changed, this, [this] { m_sidebar->arrange(width()); });
    const auto followMotion = [this] { m_services.theme.setStill(m_services.guide.reducedMotion()); };
    connect(&m_services.guide, &Guide::motionChanged, this, followMotion);
    followMotion();
    setMinimumSize(kLeastSize);
    if (!restoreGeometry(
            QByteArray::fromBase64(QByteArray::fromStdString(m_services.settings.current().windowGeometry))))
        resize(kFirstSize.boundedTo(screen()->availableSize()));
    retranslate();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectFileMenu()
{
    connect(m_fileMenu, &FileMenu::openLogRequested, this, &MainWindow::openLogRequested);
    connect(m_fileMenu, &FileMenu::newLogRequested, this, &MainWindow::newLogRequested);
    connect(m_fileMenu, &FileMenu::nameTaken, this,
            [this](const QString& message) { m_noticeBar->announce(message, false); });
    connect(m_fileMenu, &FileMenu::noticed, this,
            [this](const QString& message) { m_noticeBar->announce(message, false); });
    connect(m_fileMenu, &FileMenu::quitRequested, this, &QWidget::close);
    // For their keys, which work while the menu is closed.
    addActions(m_fileMenu->actions());
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_sidebar->arrange(width());
}

void MainWindow::buildShortcuts()
{
    int number = 1;
    for (const PageId id : Sidebar::numberedPages()) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number)), this);
        connect(shortcut, &QShortcut::activated, this, [this, id] {
            if (m_sidebar->isVisible() && m_sidebar->offers(id))
                showPage(id);
        });
        ++number;
    }
    const auto key = [this](const QKeySequence& keys, auto slot) {
        auto* shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    key(QKeySequence(Qt::Key_F1), [this] {
        // Over a running flow it would take Space and Esc away from it.
        if (m_sidebar->isVisible())
            ShortcutsDialog(m_services.theme, this).exec();
    });
    key(QKeySequence::Undo, &MainWindow::undo);
    key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), &MainWindow::redo);
    key(QKeySequence(Qt::Key_F11), [this] { m_fullScreen->toggle(); });
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Psolog"));
    m_fileMenu->retranslate();
    m_sidebar->retranslate();
    m_sidebar->arrange(width());
}

void MainWindow::setLogNotice(const QString& text)
{
    m_notice->setText(text);
    m_noticeFrame->setVisible(!text.isEmpty());
}

void MainWindow::begin()
{
    const auto athlete = m_services.athletes.athlete();
    if (athlete && !*athlete && !m_services.file.readOnly()) {
        showFirstStart();
        return;
    }
    showPage(PageId::Today);
    offerRecovery();
}

void MainWindow::showFirstStart()
{
    m_firstStart = new FirstStartWizard(m_services, this);
    m_stack->addWidget(m_firstStart);
    m_stack->setCurrentWidget(m_firstStart);
    m_firstStart->activate();
    connect(m_firstStart, &FirstStartWizard::finished, this, [this] {
        m_stack->removeWidget(m_firstStart);
        m_firstStart->deleteLater();
        m_firstStart = nullptr;
        applyWholeWindow();
        showPage(PageId::Today);
    });
    applyWholeWindow();
}

void MainWindow::offerRecovery()
{
    if (m_services.file.readOnly())
        return;
    const auto unfinished = m_services.releases.unfinished();
    if (!unfinished || unfinished->empty())
        return;
    auto& release = static_cast<ReleasePage&>(page(PageId::Release));
    if (showPage(PageId::Release))
        release.offerRecovery(unfinished->back());
}

Page* MainWindow::makePage(PageId id)
{
    switch (id) {
    case PageId::Today:
        return new TodayPage(m_services);
    case PageId::CheckIn:
        return new CheckInPage(m_services);
    case PageId::Weekly:
        return new WeeklyPage(m_services);
    case PageId::SelfTests:
        return new SelfTestPage(m_services);
    case PageId::Release:
        return new ReleasePage(m_services);
    case PageId::Trends:
        return new TrendsPage(m_services);
    case PageId::Experiment: {
        auto* experiment = new ExperimentPage(m_services);
        connect(experiment, &ExperimentPage::settingsChanged, m_reminder, &Reminder::arm);
        return experiment;
    }
    case PageId::History:
        return new HistoryPage(m_services);
    case PageId::Coach:
        return new CoachPage(m_services);
    case PageId::Learn:
        return new LearnPage(m_services);
    case PageId::Settings: {
        auto* settings = new SettingsPage(m_services);
        connect(settings, &SettingsPage::settingsChanged, m_reminder, &Reminder::arm);
        connect(settings, &SettingsPage::openLogRequested, this, &MainWindow::openLogRequested);
        connect(settings, &SettingsPage::newLogRequested, this, &MainWindow::newLogRequested);
        return settings;
    }
    }
    Q_UNREACHABLE();
}

Page& MainWindow::page(PageId id)
{
    const auto found = m_pages.find(id);
    if (found != m_pages.end())
        return *found->second;
    Page* made = makePage(id);
    m_pages.emplace(id, made);
    m_stack->addWidget(made);
    connect(made, &Page::pageRequested, this, &MainWindow::showPage);
    connect(made, &Page::noticed, m_noticeBar, &NoticeBar::announce);
    connect(made, &Page::wholeWindowChanged, this, &MainWindow::applyWholeWindow);
    return *made;
}

bool MainWindow::showPage(PageId id, const QString& topic)
{
    if (m_firstStart != nullptr)
        return false;
    const auto current = m_pages.find(m_current);
    const bool shown = current != m_pages.end() && m_stack->currentWidget() == current->second;
    if (shown && m_current != id && !current->second->mayLeave())
        return false;
    Page& next = page(id);
    m_current = id;
    m_sidebar->light(id);
    m_stack->setCurrentWidget(&next);
    if (auto* topical = qobject_cast<TopicPage*>(&next); topical != nullptr && (!topic.isEmpty() || beginsAnew(id)))
        topical->openTopic(topic);
    next.activate();
    applyWholeWindow();
    return true;
}

void MainWindow::applyWholeWindow()
{
    const auto current = m_pages.find(m_current);
    const bool whole = m_firstStart != nullptr || (current != m_pages.end() && current->second->wantsWholeWindow());
    m_sidebar->setVisible(!whole);
    m_fileMenu->setInFlow(whole);
    m_fullScreen->follow(whole && m_firstStart == nullptr);
    if (whole && m_firstStart == nullptr)
        m_noticeBar->hide();
    else if (!m_noticeBar->isHidden())
        placeNoticeBar();
}

void MainWindow::placeNoticeBar()
{
    // Over the page, not below it: a message must not move what the user is about to click.
    const int width = std::min(m_stack->width() - 2 * kNoticeMargin, m_services.theme.px(kNoticeWidth));
    m_noticeBar->resize(width, std::max(m_noticeBar->sizeHint().height(), m_noticeBar->heightForWidth(width)));
    const QPoint corner = m_stack->mapTo(
        this, QPoint((m_stack->width() - width) / 2, m_stack->height() - m_noticeBar->height() - kNoticeMargin));
    m_noticeBar->move(corner);
    m_noticeBar->raise();
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    // Announcing places it anyway.
    if (watched == m_stack && event->type() == QEvent::Resize && !m_noticeBar->isHidden())
        placeNoticeBar();
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::undo()
{
    // In a running session or at the first start it would take back something that is not on the screen.
    if (!m_sidebar->isVisible() || !m_services.undo.canUndo())
        return;
    const QString what = m_services.undo.undoText();
    const int commands = m_services.undo.count();
    m_services.undo.undo();
    m_services.changes.announce();
    // A command that failed is dropped and says so itself.
    if (m_services.undo.count() < commands)
        return;
    m_noticeBar->announce(what.isEmpty() ? tr("Undone") : tr("Undone: %1").arg(what), false);
}

void MainWindow::redo()
{
    if (!m_sidebar->isVisible() || !m_services.undo.canRedo())
        return;
    const QString what = m_services.undo.redoText();
    const int commands = m_services.undo.count();
    m_services.undo.redo();
    m_services.changes.announce();
    if (m_services.undo.count() < commands)
        return;
    m_noticeBar->announce(what.isEmpty() ? tr("Done again") : tr("Done again: %1").arg(what), true);
}

void MainWindow::raiseWindow()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

void MainWindow::showReminder(const QString& question)
{
    static_cast<TodayPage&>(page(PageId::Today)).showReminder();
    // Its banner stands on Today; who is elsewhere may have no notifications either.
    if (m_current != PageId::Today)
        m_noticeBar->announce(tr("Reminder: %1 It waits on Today (Ctrl+1).").arg(question), false);
}

void MainWindow::followNotification()
{
    raiseWindow();
    // A flow that was begun meanwhile is not left for it.
    if (!m_services.guide.isFlowRunning())
        showPage(PageId::Today);
}

void MainWindow::reactToOutside()
{
    // Nothing polls while the program is idle; coming back to the window is the moment to look.
    const auto changed = m_services.file.changedElsewhere();
    const LocalDay today = m_services.today();
    if ((changed && *changed) || today != m_shownDay)
        m_services.changes.announce();
    m_shownDay = today;
    // The zone may be another one.
    m_reminder->arm();
}

bool MainWindow::mayBeLeft()
{
    const auto current = m_pages.find(m_current);
    return m_firstStart != nullptr || current == m_pages.end() || current->second->mayLeave();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    // Over a flow or the first start a dialog would come between.
    if (m_sidebar->isVisible() && !draggedFiles(*event).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QStringList files = draggedFiles(*event);
    if (files.isEmpty() || !m_sidebar->isVisible())
        return;
    event->acceptProposedAction();
    // Notes are for the runner; everything else is somebody's log, or is said to be none.
    if (const QString notes = draggedNotes(*event); !notes.isEmpty())
        m_fileMenu->takeInNotes(notes);
    else if (showPage(PageId::Coach))
        static_cast<CoachPage&>(page(PageId::Coach)).lookInto(files);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!mayBeLeft()) {
        event->ignore();
        return;
    }
    // The next start shows the window, not the flow's screen.
    m_fullScreen->leave();
    Settings settings = m_services.settings.current();
    settings.windowGeometry = saveGeometry().toBase64().toStdString();
    // Losing the window's place is not worth keeping the user from closing it.
    (void)m_services.settings.save(settings);
    QMainWindow::closeEvent(event);
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    // Enter presses the focused button, as Space does; Qt leaves that to dialogs.
    auto* button = qobject_cast<QAbstractButton*>(focusWidget());
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier
        && button != nullptr && !event->isAutoRepeat()) {
        button->click();
        return;
    }
    const bool flow = !m_sidebar->isVisible() && m_firstStart == nullptr;
    if (flow && event->key() == Qt::Key_F && event->modifiers() == Qt::NoModifier && !event->isAutoRepeat())
        return m_fullScreen->toggle();
    QMainWindow::keyPressEvent(event);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::ActivationChange && isActiveWindow())
        reactToOutside();
    QMainWindow::changeEvent(event);
}

}  // namespace psolog
