// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/body/figurewidget.h"
#include "gui/release/tightnesswidget.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/make.h"
#include "gui/widgets/scorescale.h"

namespace psolog {

TightnessWidget::TightnessWidget(Theme& theme, const PoseLibrary& poses, When when, QWidget* parent)
    : QWidget(parent),
      m_when(when),
      m_kicker(makeLabel({}, "muted", this)),
      m_title(makeLabel({}, "page-title", this)),
      m_text(makeLabel({}, "muted", this)),
      m_leftLabel(makeLabel({}, "card-title", this)),
      m_leftBefore(makeLabel({}, "muted", this)),
      m_left(new ScoreScale(theme, this)),
      m_rightLabel(makeLabel({}, "card-title", this)),
      m_rightBefore(makeLabel({}, "muted", this)),
      m_right(new ScoreScale(theme, this)),
      m_continueButton(new Button({}, QStringLiteral("primary"), this)),
      m_cancelButton(new Button({}, QStringLiteral("ghost"), this))
{
    m_left->setObjectName(QStringLiteral("leftTightnessScale"));
    m_right->setObjectName(QStringLiteral("rightTightnessScale"));
    m_continueButton->setObjectName(QStringLiteral("continueButton"));
    m_continueButton->setProperty("large", true);
    m_cancelButton->setObjectName(QStringLiteral("cancelButton"));
    m_leftLabel->setBuddy(m_left);
    m_rightLabel->setBuddy(m_right);

    auto* card = makeCard(this);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(20, 20, 20, 20);
    inside->setSpacing(space::kS);
    const auto addScale = [&](QLabel* label, QLabel* before, ScoreScale* scale) {
        auto* head = new QHBoxLayout;
        head->addWidget(label, 1);
        head->addWidget(before, 1);
        before->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        inside->addLayout(head);
        inside->addWidget(scale);
    };
    addScale(m_leftLabel, m_leftBefore, m_left);
    inside->addSpacing(space::kL);
    addScale(m_rightLabel, m_rightBefore, m_right);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::kM);
    buttons->addWidget(m_continueButton);
    buttons->addWidget(m_cancelButton);
    buttons->addStretch(1);
    m_cancelButton->setVisible(when == When::Before);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(34, 26, 34, 26);
    column->setSpacing(space::kS);
    column->addWidget(m_kicker);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(space::kS);
    column->addWidget(card);
    column->addSpacing(space::kS);
    column->addLayout(buttons);
    auto* figure = new FigureWidget(theme, poses, this);
    figure->setPose("stand-neutral");
    figure->setHighlight({Muscle::Psoas});
    figure->setSurface(Role::Window);
    figure->setMinimumHeight(0);
    figure->setPreferredHeight(0);
    figure->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    column->addWidget(figure, 1);

    connect(m_continueButton, &QPushButton::clicked, this, &TightnessWidget::continued);
    connect(m_cancelButton, &QPushButton::clicked, this, &TightnessWidget::cancelled);
    retranslate();
}

Tightness TightnessWidget::value() const
{
    return {m_left->value(), m_right->value()};
}

void TightnessWidget::setValue(const Tightness& value)
{
    m_left->setValue(value.left);
    m_right->setValue(value.right);
}

void TightnessWidget::setBefore(const Tightness& before)
{
    m_before = before;
    retranslate();
}

void TightnessWidget::focusFirst()
{
    m_left->setFocus(Qt::OtherFocusReason);
}

void TightnessWidget::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        // The first Return after the left side goes on to the right one, as in any form.
        if (m_left->hasFocus() && m_left->value() && !m_right->value())
            m_right->setFocus(Qt::TabFocusReason);
        else
            Q_EMIT continued();
    } else if (event->key() == Qt::Key_Escape && m_when == When::Before) {
        Q_EMIT cancelled();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void TightnessWidget::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TightnessWidget::retranslate()
{
    const bool before = m_when == When::Before;
    m_kicker->setText(before ? tr("Before the release") : tr("After the release"));
    m_title->setText(before ? tr("How tight are the fronts of your hips?") : tr("And how tight are they now?"));
    m_text->setText(before
                        ? tr("0 is loose, 10 the tightest you can imagine. Without an answer it stays \"not asked\".")
                        : tr("Stand up, take a few steps, then answer. Without an answer it stays \"not asked\"."));
    m_leftLabel->setText(tr("Left"));
    m_rightLabel->setText(tr("Right"));
    m_left->setAccessibleName(before ? tr("Tightness left, before") : tr("Tightness left, after"));
    m_right->setAccessibleName(before ? tr("Tightness right, before") : tr("Tightness right, after"));
    m_left->setAnchors({tr("loose"), tr("noticeable"), tr("tightest imaginable")});
    m_right->setAnchors({tr("loose"), tr("noticeable"), tr("tightest imaginable")});
    m_leftBefore->setText(m_before.left ? tr("before: %1").arg(m_before.left->value()) : QString());
    m_rightBefore->setText(m_before.right ? tr("before: %1").arg(m_before.right->value()) : QString());
    m_continueButton->setText(tr("Continue"));
    m_continueButton->setKeyHint(tr("Enter"));
    m_cancelButton->setText(tr("Cancel"));
    m_cancelButton->setKeyHint(tr("Esc"));
}

}  // namespace psolog
