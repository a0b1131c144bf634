// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/beforeafter/beforeafterview.h"

#include <QLabel>
#include <QVBoxLayout>

#include "gui/beforeafter/beforeafterwords.h"
#include "gui/beforeafter/changebar.h"
#include "gui/theme/theme.h"
#include "gui/widgets/make.h"

namespace psolog {

BeforeAfterView::BeforeAfterView(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_title(makeLabel({}, "card-title", this)),
      m_left(new ChangeBar(theme, this)),
      m_right(new ChangeBar(theme, this)),
      m_words(makeLabel({}, "strong", this)),
      m_caveat(makeLabel({}, "muted", this))
{
    m_words->setObjectName(QStringLiteral("beforeAfterLabel"));
    m_caveat->setObjectName(QStringLiteral("beforeAfterCaveatLabel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kM);
    column->addWidget(m_title);
    column->addWidget(m_left);
    column->addWidget(m_right);
    column->addWidget(m_words);
    column->addWidget(m_caveat);
    retranslate();
}

void BeforeAfterView::show(const BeforeAfter& tests)
{
    m_tests = tests;
    retranslate();
}

void BeforeAfterView::retranslate()
{
    m_title->setText(tr("Before the release, and after it"));
    m_left->setChange(tr("Left"), m_tests.left, Role::SeriesLeft);
    m_right->setChange(tr("Right"), m_tests.right, Role::SeriesRight);
    m_words->setText(BeforeAfterWords::sides(m_tests).join(QLatin1Char('\n')));
    m_caveat->setText(BeforeAfterWords::caveat());
}

}  // namespace psolog
