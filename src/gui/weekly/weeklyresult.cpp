// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/weekly/weeklyresult.h"

#include <QLabel>
#include <QVBoxLayout>

#include "analysis/weekly.h"
#include "gui/theme/theme.h"
#include "gui/weekly/weeklywords.h"
#include "gui/widgets/button.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {
constexpr int kPadding = 20;
}  // namespace

WeeklyResult::WeeklyResult(QWidget* parent)
    : QWidget(parent),
      m_kicker(makeLabel({}, "muted", this)),
      m_severity(makeLabel({}, "page-title", this)),
      m_badge(makeBadge({}, "neutral", this)),
      m_meaning(makeLabel({}, "", this)),
      m_comparison(makeLabel({}, "strong", this)),
      m_substantial(makeLabel({}, "muted", this)),
      m_done(new Button({}, QStringLiteral("primary"), this)),
      m_change(new Button({}, QStringLiteral("secondary"), this))
{
    m_severity->setObjectName(QStringLiteral("severityLabel"));
    m_badge->setObjectName(QStringLiteral("substantialBadge"));
    m_comparison->setObjectName(QStringLiteral("comparisonLabel"));
    m_substantial->setObjectName(QStringLiteral("substantialLabel"));
    m_done->setObjectName(QStringLiteral("weeklyDoneButton"));
    m_change->setObjectName(QStringLiteral("weeklyChangeButton"));

    auto* card = makeCard(this);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    inside->setSpacing(space::kM);
    inside->addWidget(m_badge, 0, Qt::AlignLeft);
    inside->addWidget(m_comparison);
    inside->addWidget(m_meaning);
    inside->addWidget(m_substantial);
    auto* buttons = new FlowLayout(10);
    buttons->addWidget(m_done);
    buttons->addWidget(m_change);
    inside->addSpacing(space::kS);
    inside->addLayout(buttons);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(34, space::kXl, 34, space::kXl);
    column->setSpacing(2);
    column->addWidget(m_kicker);
    column->addWidget(m_severity);
    column->addSpacing(space::kM);
    column->addWidget(card);
    column->addStretch(1);
    connect(m_done, &QPushButton::clicked, this, &WeeklyResult::doneRequested);
    connect(m_change, &QPushButton::clicked, this, &WeeklyResult::changeRequested);
    retranslate();
}

void WeeklyResult::show(const WeeklyCheckIn& record, const std::optional<WeeklyCheckIn>& before, LocalDay today)
{
    m_record = record;
    m_before = before;
    m_today = today;
    showWords();
}

void WeeklyResult::showWords()
{
    if (!m_record)
        return;
    const int severity = weeklySeverity(*m_record).value_or(0);
    const bool substantial = isSubstantial(*m_record);
    m_severity->setText(WeeklyWords::severity(severity));
    m_badge->setText(substantial ? tr("Substantial") : severity == 0 ? tr("No limit") : tr("Not substantial"));
    setBadgeTone(m_badge, substantial ? "warn" : severity == 0 ? "good" : "neutral");
    m_meaning->setText(WeeklyWords::meaning(severity));
    m_substantial->setText(WeeklyWords::substantial(substantial));
    m_substantial->setVisible(severity > 0);
    const std::optional<int> before = m_before ? weeklySeverity(*m_before) : std::nullopt;
    m_comparison->setVisible(before.has_value());
    if (before)
        m_comparison->setText(WeeklyWords::comparison(severity, *before, shortDate(m_before->recorded.day, m_today)));
}

void WeeklyResult::focusFirst()
{
    m_done->setFocus();
}

void WeeklyResult::retranslate()
{
    m_kicker->setText(tr("Weekly check-in, saved"));
    m_done->setText(tr("&Done"));
    m_change->setText(tr("Change my ans&wers"));
    showWords();
}

}  // namespace psolog
