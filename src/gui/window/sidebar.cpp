// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/window/sidebar.h"

#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QVBoxLayout>

#include "gui/shell/services.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"
#include "gui/widgets/make.h"
#include "gui/widgets/navbutton.h"
#include "gui/window/brandlabel.h"

namespace psolog {

namespace {

constexpr int kWidth = 196;
constexpr int kCompactWidth = 62;  ///< icons without names
constexpr int kMargin = 12;
constexpr int kCompactMargin = 6;
constexpr int kEndMargin = 18;   ///< above and below
constexpr int kLeastPage = 440;  ///< what a page needs beside it, at 100 % text

struct Entry {
    PageId id;
    Icon icon;
    const char* name;
    const char* objectName;
};

constexpr Entry kEntries[] = {
    {PageId::Today, Icon::Today, QT_TRANSLATE_NOOP("psolog::Sidebar", "Today"), "todayNavButton"},
    {PageId::SelfTests, Icon::Check, QT_TRANSLATE_NOOP("psolog::Sidebar", "Self-tests"), "selfTestsNavButton"},
    {PageId::Release, Icon::Release, QT_TRANSLATE_NOOP("psolog::Sidebar", "Release"), "releaseNavButton"},
    {PageId::Trends, Icon::Trends, QT_TRANSLATE_NOOP("psolog::Sidebar", "Trends"), "trendsNavButton"},
    {PageId::History, Icon::History, QT_TRANSLATE_NOOP("psolog::Sidebar", "History"), "historyNavButton"},
    {PageId::Coach, Icon::Coach, QT_TRANSLATE_NOOP("psolog::Sidebar", "Coach"), "coachNavButton"},
    {PageId::Learn, Icon::Learn, QT_TRANSLATE_NOOP("psolog::Sidebar", "Learn"), "learnNavButton"},
    {PageId::Settings, Icon::Settings, QT_TRANSLATE_NOOP("psolog::Sidebar", "Settings"), "settingsNavButton"},
};

/// The entry that is lit while a page is shown; check-ins belong to Today, an experiment to the trends.
PageId entryOf(PageId page)
{
    if (page == PageId::Experiment)
        return PageId::Trends;
    return page == PageId::CheckIn || page == PageId::Weekly ? PageId::Today : page;
}

}  // namespace

Sidebar::Sidebar(Services& services, QMenu& fileMenu, QWidget* parent) : QFrame(parent), m_services(services)
{
    setObjectName(QStringLiteral("sidebarFrame"));
    auto* content = new QWidget;
    auto* entries = new QVBoxLayout(content);
    m_layout = entries;
    entries->setSpacing(2);
    entries->addWidget(new BrandLabel(m_services.theme, content));
    entries->addSpacing(10);
    for (const Entry& entry : kEntries) {
        if (entry.id == PageId::Coach && m_services.coach == nullptr)
            continue;
        if (entry.id == PageId::Settings) {
            entries->addStretch(1);
            m_file = makeFileEntry(fileMenu, content);
            entries->addWidget(m_file);
        }
        auto* button = new NavButton(m_services.theme, entry.icon, tr(entry.name), content);
        button->setObjectName(QString::fromLatin1(entry.objectName));
        connect(button, &NavButton::clicked, this, [this, id = entry.id] { Q_EMIT pageChosen(id); });
        m_entries.emplace(entry.id, button);
        entries->addWidget(button);
    }
    m_log = makeLabel({}, "small", content);
    m_log->setObjectName(QStringLiteral("logLabel"));
    m_log->setContentsMargins(12, 6, 0, 0);
    entries->addWidget(m_log);

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto* frame = new QVBoxLayout(this);
    frame->setContentsMargins(0, 0, 1, 0);
    frame->addWidget(scroll);
}

std::vector<PageId> Sidebar::numberedPages()
{
    std::vector<PageId> pages;
    for (const Entry& entry : kEntries)
        pages.push_back(entry.id);
    return pages;
}

NavButton* Sidebar::makeFileEntry(QMenu& menu, QWidget* parent)
{
    auto* button = new NavButton(m_services.theme, Icon::File, tr("&File"), parent);
    button->setObjectName(QStringLiteral("fileNavButton"));
    button->setCheckable(false);
    button->setAutoExclusive(false);
    connect(button, &NavButton::clicked, &menu, [button, &menu] {
        // Beside the entry, growing upwards: there is no room below it.
        const QPoint corner = button->mapToGlobal(QPoint(button->width(), button->height()));
        menu.popup(corner - QPoint(0, menu.sizeHint().height()), menu.actions().first());
    });
    return button;
}

void Sidebar::light(PageId page)
{
    m_entries.at(entryOf(page))->setChecked(true);
}

void Sidebar::arrange(int windowWidth)
{
    // With large text in a small window the names would take the room that the page needs.
    const Theme& theme = m_services.theme;
    const bool compact = windowWidth < theme.px(kWidth) + theme.px(kLeastPage);
    setFixedWidth(theme.px(compact ? kCompactWidth : kWidth));
    m_log->setVisible(!compact);
    // A low window shows a scroll bar beside the entries; without names there is no other room for it.
    const int side = compact ? kCompactMargin : kMargin;
    m_layout->setContentsMargins(side, kEndMargin, side, kEndMargin);
    for (const auto& [id, button] : m_entries) {
        button->setCompact(compact);
        button->setToolTip(compact ? button->text() : QString());
    }
    m_file->setCompact(compact);
    m_file->setToolTip(compact ? tr("File") : QString());
}

void Sidebar::retranslate()
{
    for (const Entry& entry : kEntries)
        if (const auto found = m_entries.find(entry.id); found != m_entries.end())
            found->second->setText(tr(entry.name));
    m_file->setText(tr("&File"));
    m_file->setAccessibleDescription(tr("Opens a menu: report, share, take in notes, another log, quit"));
    updateLogLabel();
}

void Sidebar::updateLogLabel()
{
    const QString name = QFileInfo(QString::fromStdString(m_services.file.path())).completeBaseName();
    m_log->setText(m_services.file.readOnly() ? tr("%1 · read only").arg(name) : tr("%1 · saved").arg(name));
    m_log->setToolTip(plainToolTip(QString::fromStdString(m_services.file.path())));
}

}  // namespace psolog
