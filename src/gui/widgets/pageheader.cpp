// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/pageheader.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace psolog {

PageHeader::PageHeader(QWidget* parent)
    : QWidget(parent), m_kicker(new QLabel(this)), m_title(new QLabel(this)), m_actions(new QHBoxLayout)
{
    m_kicker->setObjectName(QStringLiteral("kickerLabel"));
    m_kicker->setProperty("look", QStringLiteral("muted"));
    m_kicker->setTextFormat(Qt::PlainText);
    m_title->setObjectName(QStringLiteral("titleLabel"));
    m_title->setProperty("look", QStringLiteral("page-title"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);

    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_kicker);
    words->addWidget(m_title);
    m_actions->setSpacing(10);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(18);
    row->addLayout(words, 1);
    row->addLayout(m_actions);
}

void PageHeader::setKicker(const QString& text)
{
    m_kicker->setText(text);
    m_kicker->setVisible(!text.isEmpty());
}

void PageHeader::setTitle(const QString& text)
{
    m_title->setText(text);
}

QString PageHeader::title() const
{
    return m_title->text();
}

void PageHeader::addAction(QWidget* widget)
{
    m_actions->addWidget(widget, 0, Qt::AlignVCenter);
}

}  // namespace psolog
