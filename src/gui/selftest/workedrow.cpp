// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/selftest/workedrow.h"

#include <QKeySequence>
#include <QLabel>

#include "gui/selftest/selftestwords.h"
#include "gui/widgets/button.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {

constexpr std::array kKeys{Qt::Key_G, Qt::Key_H, Qt::Key_B, Qt::Key_E};
static_assert(kKeys.size() == NameTable<WorkedHardest>::rows.size());

WorkedHardest workedAt(std::size_t index)
{
    return NameTable<WorkedHardest>::rows.at(index).value;
}

}  // namespace

WorkedRow::WorkedRow(QWidget* parent) : QWidget(parent), m_question(makeLabel({}, "small", this))
{
    m_question->setWordWrap(false);
    auto* chips = new FlowLayout(8, this);
    chips->setContentsMargins(0, 0, 0, 0);
    chips->addWidget(m_question);
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        auto* chip = new Button(this);
        chip->setVariant(QStringLiteral("chip"));
        chip->setCheckable(true);
        chip->setObjectName(QStringLiteral("worked%1Button").arg(i));
        chip->setKeyHint(QKeySequence(kKeys[i]).toString());
        connect(chip, &QPushButton::clicked, this,
                [this, i](bool checked) { Q_EMIT chosen(checked ? std::optional(workedAt(i)) : std::nullopt); });
        m_chips[i] = chip;
        chips->addWidget(chip);
    }
    retranslate();
}

void WorkedRow::setQuestion(const QString& question)
{
    m_question->setText(question);
}

void WorkedRow::setChosen(std::optional<WorkedHardest> worked)
{
    m_chosen = worked;
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setChecked(worked == workedAt(i));
}

bool WorkedRow::takeKey(int key)
{
    const std::optional<WorkedHardest> worked = ofKey(key);
    if (worked)
        Q_EMIT chosen(m_chosen == worked ? std::nullopt : worked);
    return worked.has_value();
}

QString WorkedRow::keyOf(WorkedHardest worked)
{
    for (std::size_t i = 0; i < kKeys.size(); ++i)
        if (workedAt(i) == worked)
            return QKeySequence(kKeys.at(i)).toString();
    return {};
}

std::optional<WorkedHardest> WorkedRow::ofKey(int key)
{
    for (std::size_t i = 0; i < kKeys.size(); ++i)
        if (key == kKeys.at(i))
            return workedAt(i);
    return std::nullopt;
}

void WorkedRow::retranslate()
{
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setText(SelfTestWords::of(workedAt(i)));
}

}  // namespace psolog
