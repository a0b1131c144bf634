// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/noticebar.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include "gui/widgets/button.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {
constexpr std::chrono::seconds kShown{10};
}

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent), m_label(makeLabel({}, "strong", this)), m_undo(new Button(tr("Undo"), QStringLiteral("ghost"), this))
{
    setObjectName(QStringLiteral("noticeBar"));
    setProperty("banner", QStringLiteral("toast"));
    m_label->setObjectName(QStringLiteral("noticeLabel"));
    m_undo->setObjectName(QStringLiteral("noticeUndoButton"));
    m_undo->setKeyHint(tr("Ctrl+Z"));
    m_undo->setAccessibleName(tr("Undo the last change"));
    auto* close = new Button(tr("Dismiss"), QStringLiteral("ghost"), this);
    close->setObjectName(QStringLiteral("noticeDismissButton"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(18, 8, 10, 8);
    row->addWidget(m_label, 1);
    row->addWidget(m_undo);
    row->addWidget(close);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kShown);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (isAncestorOf(focusWidget()) && isActiveWindow() && focusWidget() != nullptr && focusWidget()->hasFocus())
            m_timer.start();
        else
            hide();
    });
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT undoRequested();
    });
    hide();
}

void NoticeBar::announce(const QString& message, bool offerUndo)
{
    m_label->setText(message);
    m_undo->setVisible(offerUndo);
    setAccessibleName(message);
    Q_EMIT announced();
    show();
    m_timer.start();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString NoticeBar::message() const
{
    return m_label->text();
}

}  // namespace psolog
