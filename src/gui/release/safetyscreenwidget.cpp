// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/release/safetyscreenwidget.h"

#include <algorithm>

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include "gui/release/checkrow.h"
#include "gui/release/releasewords.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/make.h"

namespace psolog {

SafetyScreenWidget::SafetyScreenWidget(QWidget* parent)
    : QWidget(parent),
      m_intro(makeLabel({}, "", this)),
      m_answer(makeBadge({}, "neutral", this)),
      m_reason(makeLabel({}, "small", this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kXs);
    column->addWidget(m_intro);
    column->addSpacing(space::kS);
    std::size_t next = 0;
    for (const auto& [item, name] : NameTable<SafetyItem>::rows) {
        auto* row = new CheckRow(this);
        row->box()->setObjectName(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))
                                  + QStringLiteral("CheckBox"));
        connect(row, &CheckRow::toggled, this, [this, row] {
            // A yes switches the button for none off; the focus stays here instead of falling to what comes after it.
            if (m_noneButton->hasFocus())
                row->box()->setFocus(Qt::OtherFocusReason);
            m_none = false;
            showAnswer();
            Q_EMIT answerChanged();
        });
        column->addWidget(row);
        m_rows.at(next++) = row;
    }
    // Made after the rows, because Tab goes in this order.
    m_noneButton = new Button({}, QStringLiteral("secondary"), this);
    m_noneButton->setObjectName(QStringLiteral("noneButton"));
    m_noneButton->setKeyHint(QStringLiteral("N"));
    connect(m_noneButton, &QPushButton::clicked, this, &SafetyScreenWidget::chooseNone);
    m_answer->setObjectName(QStringLiteral("answerLabel"));
    auto* foot = new QHBoxLayout;
    foot->setSpacing(space::kM);
    foot->addWidget(m_noneButton);
    foot->addWidget(m_answer, 0, Qt::AlignVCenter);
    foot->addStretch(1);
    column->addSpacing(space::kS);
    column->addLayout(foot);
    column->addWidget(m_reason);
    m_reason->setObjectName(QStringLiteral("noneReasonLabel"));
    retranslate();
}

std::optional<std::set<SafetyItem>> SafetyScreenWidget::answer() const
{
    std::set<SafetyItem> yes;
    std::size_t next = 0;
    for (const auto& row : NameTable<SafetyItem>::rows)
        if (m_rows.at(next++)->isChecked())
            yes.insert(row.value);
    if (yes.empty() && !m_none)
        return std::nullopt;
    return yes;
}

void SafetyScreenWidget::setAnswer(const std::optional<std::set<SafetyItem>>& answer)
{
    std::size_t next = 0;
    for (const auto& row : NameTable<SafetyItem>::rows)
        m_rows.at(next++)->setChecked(answer && answer->contains(row.value));
    m_none = answer && answer->empty();
    showAnswer();
}

void SafetyScreenWidget::focusFirst()
{
    QWidget* first = m_noneButton;
    if (!m_noneButton->isEnabled())
        first = m_rows.front()->box();
    first->setFocus(Qt::OtherFocusReason);
}

void SafetyScreenWidget::chooseNone()
{
    // A tick says more than a key: it is taken back by hand or not at all.
    if (const auto now = answer(); now && !now->empty())
        return;
    m_none = true;
    showAnswer();
    Q_EMIT answerChanged();
    Q_EMIT noneChosen();
}

void SafetyScreenWidget::showAnswer()
{
    const auto now = answer();
    const bool ticked = now && !now->empty();
    m_noneButton->setEnabled(!ticked);
    m_reason->setVisible(ticked);
    m_answer->setVisible(now.has_value());
    if (!now)
        return;
    m_answer->setText(now->empty() ? tr("None applies")
                                   : tr("%n answered yes", nullptr, static_cast<int>(now->size())));
    setBadgeTone(m_answer, now->empty() ? "good" : "warn");
}

void SafetyScreenWidget::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_N && event->modifiers() == Qt::NoModifier && !event->isAutoRepeat())
        chooseNone();
    else
        QWidget::keyPressEvent(event);
}

void SafetyScreenWidget::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SafetyScreenWidget::retranslate()
{
    m_intro->setText(tr("The tool presses on the abdomen. In some situations a clinician has to agree first. "
                        "Tick everything that is true for you."));
    std::size_t next = 0;
    for (const auto& row : NameTable<SafetyItem>::rows)
        m_rows.at(next++)->setText(ReleaseWords::of(row.value));
    m_noneButton->setText(tr("None of these applies"));
    m_reason->setText(tr("To say that none applies, take the ticks back first."));
    m_noneButton->setAccessibleDescription(tr("Key N"));
    showAnswer();
}

}  // namespace psolog
