// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/termscard.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include "gui/theme/theme.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {
constexpr int kColumnWidth = 340;
constexpr int kLeastWidth = 200;
constexpr int kColumnSpacing = 30;
}  // namespace

TermsCard::TermsCard(const Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_title(makeLabel(QString(), "strong", this)),
      m_grid(new QGridLayout)
{
    setObjectName(QStringLiteral("termsCard"));
    setProperty("card", true);
    m_grid->setHorizontalSpacing(kColumnSpacing);
    m_grid->setVerticalSpacing(space::kL);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 20);
    layout->setSpacing(space::kM);
    layout->addWidget(m_title);
    layout->addLayout(m_grid);
    retranslate();
}

void TermsCard::retranslate()
{
    m_title->setText(tr("How we know"));
}

QSize TermsCard::minimumSizeHint() const
{
    return {m_theme.px(kLeastWidth), QFrame::minimumSizeHint().height()};
}

void TermsCard::setTerms(const std::vector<VerdictTerm>& terms)
{
    for (QWidget* cell : m_cells)
        delete cell;
    m_cells.clear();
    for (const VerdictTerm& term : terms) {
        auto* cell = new QWidget(this);
        auto* column = new QVBoxLayout(cell);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(2);
        column->addWidget(makeLabel(term.name, "small", cell));
        if (!term.value.isEmpty())
            column->addWidget(makeLabel(term.value, "strong", cell));
        column->addWidget(makeLabel(term.text, "muted", cell));
        column->addStretch(1);
        m_cells.push_back(cell);
    }
    m_columns = 0;
    arrange();
}

void TermsCard::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    arrange();
}

void TermsCard::arrange()
{
    const int columns = width() >= 2 * m_theme.px(kColumnWidth) + kColumnSpacing ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (QWidget* cell : m_cells)
        m_grid->removeWidget(cell);
    for (int i = 0; i < 2; ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    for (std::size_t i = 0; i < m_cells.size(); ++i)
        m_grid->addWidget(m_cells[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns);
}

}  // namespace psolog
