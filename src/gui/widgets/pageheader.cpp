// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/pageheader.h"

#include <algorithm>

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "gui/widgets/flowlayout.h"
#include "gui/widgets/textlabel.h"

namespace psolog {

namespace {
constexpr int kGap = 18;
constexpr double kLeastTitleShare = 0.5;  ///< the title keeps this part of the width, or the actions go below it
}  // namespace

PageHeader::PageHeader(QWidget* parent)
    : QWidget(parent), m_words(new QWidget(this)), m_actionBox(new QWidget(this)), m_kicker(new TextLabel(m_words)),
      m_title(new TextLabel(m_words)), m_actions(new QHBoxLayout(m_actionBox))
{
    m_kicker->setObjectName(QStringLiteral("kickerLabel"));
    m_kicker->setProperty("look", QStringLiteral("muted"));
    m_title->setObjectName(QStringLiteral("titleLabel"));
    m_title->setProperty("look", QStringLiteral("page-title"));

    auto* words = new QVBoxLayout(m_words);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(2);
    words->addWidget(m_kicker);
    words->addWidget(m_title);
    m_actions->setContentsMargins(0, 0, 0, 0);
    m_actions->setSpacing(10);
    // Not Fixed: a layout would cap the height at that of sizeHint(), which is of another width.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
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

void PageHeader::addToKicker(QWidget* widget)
{
    if (m_kickerRow == nullptr) {
        m_kickerRow = new FlowLayout(0);
        m_words->layout()->removeWidget(m_kicker);
        static_cast<QVBoxLayout*>(m_words->layout())->insertLayout(0, m_kickerRow);
        m_kickerRow->addWidget(m_kicker);
    }
    // As wide as its words, so that what was added stands right behind them or, without room, below.
    m_kicker->setWordWrap(false);
    m_kickerRow->addWidget(widget);
}

void PageHeader::addAction(QWidget* widget)
{
    m_actions->addWidget(widget, 0, Qt::AlignVCenter);
    updateGeometry();
}

bool PageHeader::stacks(int width) const
{
    const int actions = m_actionBox->sizeHint().width();
    return actions > 0 && width - actions - kGap < width * kLeastTitleShare;
}

QSize PageHeader::minimumSizeHint() const
{
    const int width = std::max(m_words->minimumSizeHint().width(), m_actionBox->sizeHint().width());
    return {width, m_words->minimumSizeHint().height()};
}

QSize PageHeader::sizeHint() const
{
    const int width = m_words->sizeHint().width() + kGap + m_actionBox->sizeHint().width();
    return {width, heightForWidth(width)};
}

int PageHeader::heightForWidth(int width) const
{
    const QSize actions = m_actionBox->sizeHint();
    if (stacks(width))
        return m_words->heightForWidth(width) + kGap / 2 + actions.height();
    const int words = actions.width() > 0 ? width - actions.width() - kGap : width;
    return std::max(m_words->heightForWidth(words), actions.width() > 0 ? actions.height() : 0);
}

void PageHeader::arrange()
{
    const QSize actions = m_actionBox->sizeHint();
    if (stacks(width())) {
        const int words = m_words->heightForWidth(width());
        m_words->setGeometry(0, 0, width(), words);
        m_actionBox->setGeometry(0, words + kGap / 2, std::min(actions.width(), width()), actions.height());
        return;
    }
    m_words->setGeometry(0, 0, actions.width() > 0 ? width() - actions.width() - kGap : width(), height());
    m_actionBox->setGeometry(width() - actions.width(), (height() - actions.height()) / 2, actions.width(), actions.height());
}

void PageHeader::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool PageHeader::event(QEvent* event)
{
    // A text or a button of the head changed: so may its height and the place of its parts.
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        arrange();
    }
    return QWidget::event(event);
}

}  // namespace psolog
