// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/release/dailycardwidget.h"

#include <QCheckBox>
#include <QEvent>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include "gui/body/figurewidget.h"
#include "gui/release/checkrow.h"
#include "gui/release/releasewords.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"

namespace psolog {

DailyCardWidget::DailyCardWidget(const Theme& theme, const PoseLibrary& poses, QWidget* parent)
    : QWidget(parent),
      m_kicker(makeLabel({}, "muted", this)),
      m_title(makeLabel({}, "page-title", this)),
      m_text(makeLabel({}, "muted", this)),
      m_error(makeLabel({}, "error", this)),
      m_noneButton(new Button({}, QStringLiteral("primary"), this)),
      m_yesButton(new Button({}, QStringLiteral("secondary"), this)),
      m_cancelButton(new Button({}, QStringLiteral("ghost"), this))
{
    m_noneButton->setObjectName(QStringLiteral("noneTodayButton"));
    m_noneButton->setProperty("large", true);
    m_yesButton->setObjectName(QStringLiteral("yesTodayButton"));
    m_yesButton->setProperty("large", true);
    m_cancelButton->setObjectName(QStringLiteral("cancelButton"));
    m_cancelButton->setProperty("large", true);
    m_error->setObjectName(QStringLiteral("dailyErrorLabel"));
    m_error->hide();

    auto* card = makeCard(this);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(20, 20, 20, 20);
    inside->setSpacing(space::kM);
    std::size_t next = 0;
    for (const auto& item : NameTable<DailyItem>::rows) {
        auto* row = new CheckRow(card);
        row->box()->setObjectName(QString::fromUtf8(item.name.data(), static_cast<qsizetype>(item.name.size()))
                                  + QStringLiteral("TodayCheckBox"));
        connect(row, &CheckRow::toggled, this, &DailyCardWidget::updateButtons);
        inside->addWidget(row);
        m_rows.at(next++) = row;
    }
    auto* figure = new FigureWidget(theme, poses, this);
    figure->setPose("prone");
    figure->setSurface(Role::Window);
    figure->setMinimumHeight(0);
    figure->setPreferredHeight(0);
    figure->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    auto* buttons = new FlowLayout(space::kM);
    buttons->addWidget(m_noneButton);
    buttons->addWidget(m_yesButton);
    buttons->addWidget(m_cancelButton);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(34, 26, 34, 26);
    column->setSpacing(space::kS);
    column->addWidget(m_kicker);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(space::kS);
    column->addWidget(card);
    column->addWidget(m_error);
    column->addSpacing(space::kS);
    column->addLayout(buttons);
    column->addWidget(figure, 1);

    connect(m_noneButton, &QPushButton::clicked, this, &DailyCardWidget::noneChosen);
    connect(m_yesButton, &QPushButton::clicked, this, [this] { Q_EMIT yesConfirmed(yes()); });
    connect(m_cancelButton, &QPushButton::clicked, this, &DailyCardWidget::cancelled);
    retranslate();
    updateButtons();
}

std::set<DailyItem> DailyCardWidget::yes() const
{
    std::set<DailyItem> items;
    std::size_t next = 0;
    for (const auto& item : NameTable<DailyItem>::rows)
        if (m_rows.at(next++)->isChecked())
            items.insert(item.value);
    return items;
}

void DailyCardWidget::clear()
{
    for (CheckRow* row : m_rows)
        row->setChecked(false);
    setError({});
    updateButtons();
}

void DailyCardWidget::setError(const QString& text)
{
    m_error->setText(text);
    m_error->setVisible(!text.isEmpty());
}

void DailyCardWidget::focusFirst()
{
    m_noneButton->setFocus(Qt::OtherFocusReason);
}

void DailyCardWidget::updateButtons()
{
    const bool any = !yes().empty();
    m_yesButton->setEnabled(any);
    m_noneButton->setEnabled(!any);
}

void DailyCardWidget::keyPressEvent(QKeyEvent* event)
{
    if (event->isAutoRepeat())
        return;
    if (event->key() == Qt::Key_N && event->modifiers() == Qt::NoModifier)
        m_noneButton->click();
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_noneButton->hasFocus())
        m_noneButton->click();
    else
        QWidget::keyPressEvent(event);
}

void DailyCardWidget::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DailyCardWidget::retranslate()
{
    m_kicker->setText(tr("Before the release"));
    m_title->setText(tr("Any of these today?"));
    m_text->setText(tr("One yes and the tool stays in its bag until a clinician has had a look."));
    std::size_t next = 0;
    for (const auto& item : NameTable<DailyItem>::rows)
        m_rows.at(next++)->setText(ReleaseWords::of(item.value));
    m_noneButton->setText(tr("None of these"));
    m_noneButton->setKeyHint(QStringLiteral("N"));
    m_noneButton->setAccessibleDescription(tr("Key N"));
    m_yesButton->setText(tr("Yes, store my answer"));
    m_cancelButton->setText(tr("Cancel"));
    m_cancelButton->setKeyHint(tr("Esc"));
}

}  // namespace psolog
