// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/selftest/workedbar.h"

#include <QLabel>
#include <QMouseEvent>

#include "gui/guided/sessionbutton.h"
#include "gui/selftest/selftestwords.h"
#include "gui/selftest/workedrow.h"
#include "gui/theme/theme.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {

constexpr double kQuestionPixels = 24;
constexpr int kGap = 10;

WorkedHardest workedAt(std::size_t index)
{
    return NameTable<WorkedHardest>::rows.at(index).value;
}

}  // namespace

WorkedBar::WorkedBar(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_question(makeLabel({}, "muted", this))
{
    m_question->setWordWrap(false);
    auto* row = new FlowLayout(kGap, this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_question);
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        auto* button = new SessionButton(theme, SessionButton::Kind::Plain, this);
        button->setLow(true);
        button->setCheckable(true);
        button->setObjectName(QStringLiteral("worked%1Button").arg(i));
        connect(button, &QPushButton::clicked, this,
                [this, i](bool checked) { Q_EMIT chosen(checked ? std::optional(workedAt(i)) : std::nullopt); });
        m_buttons.at(i) = button;
        row->addWidget(button);
    }
    connect(&theme, &Theme::changed, this, &WorkedBar::applyFonts);
    applyFonts();
    retranslate();
}

void WorkedBar::setChosen(std::optional<WorkedHardest> worked)
{
    m_chosen = worked;
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons.at(i)->setChecked(worked == workedAt(i));
}

bool WorkedBar::takeKey(int key)
{
    const std::optional<WorkedHardest> worked = WorkedRow::ofKey(key);
    if (worked)
        Q_EMIT chosen(m_chosen == worked ? std::nullopt : worked);
    return worked.has_value();
}

void WorkedBar::retranslate()
{
    m_question->setText(tr("What worked hardest?"));
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons.at(i)->setWords(SelfTestWords::of(workedAt(i)), WorkedRow::keyOf(workedAt(i)));
}

void WorkedBar::applyFonts()
{
    m_question->setFont(m_theme.font(kQuestionPixels, QFont::Normal));
}

void WorkedBar::mousePressEvent(QMouseEvent* event)
{
    event->accept();
}

}  // namespace psolog
