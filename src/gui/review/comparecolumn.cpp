// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/comparecolumn.h"

#include <algorithm>
#include <array>
#include <utility>

#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "gui/charts/sorenesschart.h"
#include "gui/review/comparewords.h"
#include "gui/review/elidedlabel.h"
#include "gui/theme/theme.h"
#include "gui/verdict/numberwords.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {

constexpr std::array kPeriods{PeriodKind::LastFourWeeks, PeriodKind::FourWeeksBefore, PeriodKind::Baseline,
                              PeriodKind::SinceRelease};
constexpr int kCustom = static_cast<int>(kPeriods.size());
constexpr int kChartHeight = 250;

}  // namespace

CompareColumn::CompareColumn(const Theme& theme, const QString& prefix, PeriodKind period, QWidget* parent)
    : QFrame(parent),
      m_theme(theme)
{
    setProperty("card", true);
    build(prefix, period);
    retranslate();
}

CompareColumn::~CompareColumn() = default;

void CompareColumn::build(const QString& prefix, PeriodKind period)
{
    setObjectName(prefix + QStringLiteral("CompareColumn"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kL, space::kM, space::kM, space::kM);
    column->setSpacing(space::kS);
    m_nameLabel = new ElidedLabel("card-title", this);
    m_nameLabel->setObjectName(prefix + QStringLiteral("NameLabel"));
    column->addWidget(m_nameLabel);

    auto* choice = new QWidget(this);
    auto* flow = new FlowLayout(space::kS, choice);
    m_periodLabel = new QLabel(choice);
    m_period = new QComboBox(choice);
    m_period->setObjectName(prefix + QStringLiteral("PeriodComboBox"));
    for (const PeriodKind kind : kPeriods)
        m_period->addItem(periodName(kind));
    m_period->addItem(QString());
    m_period->setCurrentIndex(static_cast<int>(period));
    m_periodLabel->setBuddy(m_period);
    flow->addWidget(m_periodLabel);
    flow->addWidget(m_period);
    column->addWidget(choice);

    m_customBox = new QWidget(this);
    auto* dates = new FlowLayout(space::kS, m_customBox);
    const auto dateEdit = [&](QLabel*& label, const char* name) {
        label = new QLabel(m_customBox);
        auto* edit = new QDateEdit(m_customBox);
        edit->setObjectName(prefix + QString::fromLatin1(name));
        edit->setCalendarPopup(true);
        label->setBuddy(edit);
        dates->addWidget(label);
        dates->addWidget(edit);
        connect(edit, &QDateEdit::dateChanged, this, [this] {
            read();
            Q_EMIT chosen();
        });
        return edit;
    };
    m_from = dateEdit(m_fromLabel, "FromDateEdit");
    m_to = dateEdit(m_toLabel, "ToDateEdit");
    m_customBox->hide();
    column->addWidget(m_customBox);

    m_daysLabel = makeLabel(QString(), "small", this);
    m_daysLabel->setObjectName(prefix + QStringLiteral("DaysLabel"));
    column->addWidget(m_daysLabel);
    m_chart = new SorenessChart(m_theme, this);
    m_chart->setObjectName(prefix + QStringLiteral("Chart"));
    m_chart->setMinimumHeight(m_theme.px(kChartHeight));
    connect(&m_theme, &Theme::changed, m_chart, [this] { m_chart->setMinimumHeight(m_theme.px(kChartHeight)); });
    column->addWidget(m_chart, 1);
    m_none = makeLabel(QString(), "muted", this);
    m_none->setObjectName(prefix + QStringLiteral("NoneLabel"));
    m_none->hide();
    column->addWidget(m_none);
    column->addStretch(0);
    connect(m_period, &QComboBox::currentIndexChanged, this, &CompareColumn::choose);
}

void CompareColumn::setLog(const QString& name, std::shared_ptr<IReviewLog> log, LocalDay today)
{
    m_name = name;
    m_log = std::move(log);
    m_today = today;
    m_span.reset();
    m_firstRelease.reset();
    m_nameLabel->setWords(name);
    if (m_log) {
        if (const auto span = m_log->trends().span(); span)
            m_span = *span;
        if (const auto release = m_log->trends().firstReleaseDay(); release)
            m_firstRelease = *release;
    }
    read();
}

void CompareColumn::setMuscle(Muscle muscle)
{
    m_muscle = muscle;
    read();
}

void CompareColumn::setPeriod(PeriodKind kind)
{
    m_period->setCurrentIndex(static_cast<int>(kind));
}

void CompareColumn::setDays(const LogSpan& days)
{
    {
        const QSignalBlocker from(m_from);
        const QSignalBlocker to(m_to);
        m_from->setDate(toQDate(days.first));
        m_to->setDate(toQDate(days.last));
        m_daysSet = true;
    }
    if (m_period->currentIndex() != kCustom)
        return m_period->setCurrentIndex(kCustom);
    read();
    Q_EMIT chosen();
}

void CompareColumn::choose(int index)
{
    if (index == kCustom && m_facts && !m_daysSet) {
        const QSignalBlocker from(m_from);
        const QSignalBlocker to(m_to);
        m_from->setDate(toQDate(m_facts->days.first));
        m_to->setDate(toQDate(m_facts->days.last));
        m_daysSet = true;
    }
    m_customBox->setVisible(index == kCustom);
    read();
    Q_EMIT chosen();
}

std::optional<LogSpan> CompareColumn::days() const
{
    const int index = m_period->currentIndex();
    if (index != kCustom)
        return periodDays(kPeriods.at(static_cast<std::size_t>(std::max(0, index))), m_span, m_firstRelease, m_today);
    if (!m_span)
        return std::nullopt;
    const LocalDay from = toLocalDay(m_from->date());
    const LocalDay to = toLocalDay(m_to->date());
    return LogSpan{std::min(from, to), std::max(from, to)};
}

QString CompareColumn::periodWords() const
{
    if (m_period->currentIndex() != kCustom)
        return m_period->currentText();
    return m_facts ? tr("%1 to %2").arg(shortDate(m_facts->days.first, m_today), shortDate(m_facts->days.last, m_today))
                   : m_period->currentText();
}

void CompareColumn::read()
{
    m_facts.reset();
    m_error.reset();
    if (const auto span = days(); span && m_log) {
        auto facts = readPeriod(m_log->trends(), m_log->selfTests(), m_muscle, *span);
        if (facts)
            m_facts = std::move(*facts);
        else
            m_error = facts.error();
    }
    m_chart->setVisible(m_facts.has_value());
    m_daysLabel->setVisible(m_facts.has_value());
    m_none->setVisible(!m_facts);
    if (!m_facts) {
        m_chart->setData(nullptr, {});
        m_none->setText(m_error ? headline(*m_error) + QStringLiteral(". ") + describe(*m_error)
                                : tr("This log has no such days."));
        return;
    }
    m_chart->setData(m_facts->rows, {m_facts->findings.begin(), m_facts->findings.end()});
    m_daysLabel->setText(tr("%1 to %2 · %3")
                             .arg(shortDate(m_facts->days.first, m_today), shortDate(m_facts->days.last, m_today),
                                  dayCount(m_facts->length())));
    setScale(m_facts->length());
}

void CompareColumn::setScale(int days)
{
    if (!m_facts)
        return;
    const int last = m_facts->days.last.number();
    const DayRange range{last - std::max(days, m_facts->length()) + 1, last};
    m_chart->setBounds(range);
    m_chart->setRange(range);
}

void CompareColumn::retranslate()
{
    m_periodLabel->setText(tr("Days"));
    for (std::size_t i = 0; i < kPeriods.size(); ++i)
        m_period->setItemText(static_cast<int>(i), periodName(kPeriods.at(i)));
    m_period->setItemText(kCustom, tr("Other days…"));
    m_period->setAccessibleName(tr("Days to compare"));
    m_fromLabel->setText(tr("from"));
    m_toLabel->setText(tr("to"));
    m_from->setAccessibleName(tr("First day"));
    m_to->setAccessibleName(tr("Last day"));
    const QString format = QLocale().dateFormat(QLocale::ShortFormat);
    m_from->setDisplayFormat(format);
    m_to->setDisplayFormat(format);
    m_chart->setAccessibleName(tr("Soreness in these days"));
}

}  // namespace psolog
