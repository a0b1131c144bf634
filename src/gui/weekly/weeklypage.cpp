// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/weekly/weeklypage.h"

#include <algorithm>

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "analysis/weekly.h"
#include "core/validation.h"
#include "gui/checkin/logcommand.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/weekly/questioncard.h"
#include "gui/weekly/weeklyresult.h"
#include "gui/weekly/weeklywords.h"
#include "gui/widgets/button.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/make.h"
#include "gui/widgets/pageheader.h"

namespace psolog {

namespace {

constexpr int kPadding = 20;
constexpr int kSideMargin = 34;
constexpr int kTwoColumns = 700;  ///< from this width on, at 100 % text
constexpr std::array kScores{0, 8, 17, 25};

std::optional<std::size_t> positionOf(std::optional<int> score)
{
    const auto found = score ? std::find(kScores.begin(), kScores.end(), *score) : kScores.end();
    if (found == kScores.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - kScores.begin());
}

WeeklyItem itemAt(std::size_t index)
{
    return static_cast<WeeklyItem>(index);
}

}  // namespace

WeeklyPage::WeeklyPage(Services& pageServices, QWidget* parent) : TopicPage(pageServices, parent)
{
    setObjectName(QStringLiteral("weeklyPage"));
    build();
    retranslate();
    connect(&services().theme, &Theme::changed, this, &WeeklyPage::arrange);
    connect(&services().changes, &LogChanges::logChanged, this, [this] {
        if (!isVisible())
            return;
        showReadOnly();
        showLast();
        // An undone one is answered no more.
        if (m_saved)
            if (const auto found = services().weekly.find(m_saved->id); found && !*found) {
                m_saved.reset();
                startNew();
                showForm();
            }
    });
}

void WeeklyPage::build()
{
    auto* form = new QWidget;
    auto* outer = new QVBoxLayout(form);
    outer->setContentsMargins(0, 0, 0, space::kXl);
    outer->setSpacing(0);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    m_column = new QVBoxLayout(content);
    QVBoxLayout* column = m_column;
    column->setContentsMargins(kSideMargin, space::kXl, kSideMargin, space::kL);
    column->setSpacing(space::kM);
    m_header = new PageHeader;
    m_noLimit = new Button;
    m_noLimit->setObjectName(QStringLiteral("noLimitButton"));
    m_noLimit->setKeyHint(QStringLiteral("N"));
    m_header->addAction(m_noLimit);
    column->addWidget(m_header);
    m_readOnlyBanner = makeBanner("warn");
    m_readOnlyLabel = makeLabel({}, "");
    m_readOnlyLabel->setObjectName(QStringLiteral("readOnlyLabel"));
    (new QVBoxLayout(m_readOnlyBanner))->addWidget(m_readOnlyLabel);
    m_readOnlyBanner->hide();
    column->addWidget(m_readOnlyBanner);
    m_scope = makeLabel({}, "muted");
    m_last = makeLabel({}, "small");
    m_last->setObjectName(QStringLiteral("lastWeeklyLabel"));
    column->addWidget(m_scope);
    column->addWidget(m_last);
    m_grid = new QGridLayout;
    m_grid->setSpacing(space::kL);
    for (std::size_t i = 0; i < kWeeklyItems; ++i) {
        m_cards.at(i) = new QuestionCard(services().theme, itemAt(i));
        connect(m_cards.at(i), &QuestionCard::answered, this, &WeeklyPage::onAnswered);
    }
    column->addLayout(m_grid);
    m_noteLabel = makeLabel({}, "strong");
    m_note = new QLineEdit;
    m_note->setObjectName(QStringLiteral("noteLineEdit"));
    m_noteLabel->setBuddy(m_note);
    m_ask = new QCheckBox;
    m_ask->setObjectName(QStringLiteral("askWeeklyCheckBox"));
    m_source = makeLabel({}, "small");
    column->addSpacing(space::kXs);
    column->addWidget(m_noteLabel);
    column->addWidget(m_note);
    column->addWidget(m_ask);
    column->addWidget(m_source);
    column->addStretch(1);
    m_scroll->setWidget(content);
    outer->addWidget(m_scroll, 1);
    auto* footer = new QHBoxLayout;
    footer->setContentsMargins(kSideMargin, 0, kSideMargin, 0);
    footer->addWidget(buildFooter());
    outer->addLayout(footer);

    m_result = new WeeklyResult;
    auto* resultScroll = new QScrollArea;
    resultScroll->setWidgetResizable(true);
    resultScroll->setFrameShape(QFrame::NoFrame);
    resultScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    resultScroll->setFocusPolicy(Qt::NoFocus);
    resultScroll->setWidget(m_result);
    connect(m_result, &WeeklyResult::doneRequested, this, [this] { Q_EMIT pageRequested(PageId::Today, {}); });
    connect(m_result, &WeeklyResult::changeRequested, this, [this] {
        if (m_saved)
            startEditing(*m_saved);
        showForm();
    });
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(form);
    m_stack->addWidget(resultScroll);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(m_stack);

    connect(m_noLimit, &QPushButton::clicked, this, &WeeklyPage::answerNoLimit);
    connect(m_ask, &QCheckBox::toggled, this, &WeeklyPage::storeSwitch);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, &WeeklyPage::arrange);
    connect(m_note, &QLineEdit::textEdited, this, [this] { m_failure->hide(); });
    const auto shortcut = [this, form](const QKeySequence& keys, Button* button) {
        auto* trigger = new QShortcut(keys, form);
        trigger->setContext(Qt::WidgetWithChildrenShortcut);
        connect(trigger, &QShortcut::activated, button, [button] { button->click(); });
    };
    shortcut(QKeySequence(Qt::Key_N), m_noLimit);
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), m_save);
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_Enter), m_save);
    // The window asks mayLeave() first, so nothing that was answered is lost without a question.
    auto* back = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    back->setContext(Qt::WidgetWithChildrenShortcut);
    connect(back, &QShortcut::activated, this, [this] { Q_EMIT pageRequested(PageId::Today, {}); });
    arrange();
}

QFrame* WeeklyPage::buildFooter()
{
    auto* card = makeCard();
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(kPadding, space::kM, kPadding, space::kM);
    row->setSpacing(space::kL);
    auto* words = new QVBoxLayout;
    words->setSpacing(space::kXs);
    m_count = makeLabel({}, "muted");
    m_count->setObjectName(QStringLiteral("countLabel"));
    m_failure = makeLabel({}, "error");
    m_failure->setObjectName(QStringLiteral("failureLabel"));
    m_failure->hide();
    words->addWidget(m_count);
    words->addWidget(m_failure);
    row->addLayout(words, 1);
    m_save = new Button(QString(), QStringLiteral("primary"));
    m_save->setObjectName(QStringLiteral("saveWeeklyButton"));
    m_save->setKeyHint(QStringLiteral("Ctrl \u21b5"));
    row->addWidget(m_save);
    connect(m_save, &QPushButton::clicked, this, &WeeklyPage::save);
    return card;
}

void WeeklyPage::arrange()
{
    // The cards end where the footer ends, with a scroll bar or without.
    const QScrollBar* bar = m_scroll->verticalScrollBar();
    const int barWidth = bar->maximum() > bar->minimum() ? bar->sizeHint().width() : 0;
    QMargins margins = m_column->contentsMargins();
    margins.setRight(kSideMargin - barWidth);
    m_column->setContentsMargins(margins);

    const int columns = width() >= services().theme.px(kTwoColumns) ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (std::size_t i = 0; i < kWeeklyItems; ++i) {
        m_grid->removeWidget(m_cards.at(i));
        const int at = static_cast<int>(i);
        m_grid->addWidget(m_cards.at(i), at / columns, at % columns);
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns > 1 ? 1 : 0);
    std::vector<QWidget*> order{m_noLimit};
    for (const QuestionCard* card : m_cards)
        for (QWidget* button : card->focusOrder())
            order.push_back(button);
    order.insert(order.end(), {m_note, m_ask, m_save});
    for (std::size_t i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void WeeklyPage::resizeEvent(QResizeEvent* event)
{
    TopicPage::resizeEvent(event);
    arrange();
}

void WeeklyPage::activate()
{
    if (!m_started)
        startNew();
    showReadOnly();
    showLast();
    const QSignalBlocker quiet(m_ask);
    m_ask->setChecked(services().settings.current().weeklyCheckIn);
    showForm();
}

void WeeklyPage::openTopic(const QString& topic)
{
    if (topic.isEmpty()) {
        if (!m_started || m_original || !hasUnsavedAnswers())
            startNew();
        return;
    }
    const auto found = services().weekly.find(WeeklyCheckInId(topic.toStdString()));
    if (found && *found)
        return startEditing(**found);
    startNew();
    showFailure(found ? tr("That weekly check-in is no longer in the log. This is a new one.")
                      : headline(found.error()) + QStringLiteral(". ") + describe(found.error()));
}

void WeeklyPage::showForm()
{
    m_stack->setCurrentIndex(0);
    const auto open = std::find_if(m_cards.begin(), m_cards.end(),
                                   [](const QuestionCard* card) { return !card->answer().has_value(); });
    (open == m_cards.end() ? m_cards.front() : *open)->focusFirst();
}

void WeeklyPage::startNew()
{
    m_started = true;
    m_original.reset();
    m_saved.reset();
    fill({}, {});
    retranslate();
}

void WeeklyPage::startEditing(const WeeklyCheckIn& record)
{
    m_started = true;
    m_original = record;
    m_saved.reset();
    Answers answers;
    for (std::size_t i = 0; i < kWeeklyItems; ++i)
        answers.at(i) = positionOf(record.scores.at(i));
    fill(answers, QString::fromStdString(record.note));
    retranslate();
}

void WeeklyPage::fill(const Answers& answers, const QString& note)
{
    m_kept = {};
    m_ended = false;
    for (std::size_t i = 0; i < kWeeklyItems; ++i)
        m_cards.at(i)->setAnswer(answers.at(i));
    followFirstAnswer();
    m_note->setText(note);
    m_savedAnswers = this->answers();
    m_savedNote = note;
    m_failure->hide();
    showCount();
}

WeeklyPage::Answers WeeklyPage::answers() const
{
    Answers answers;
    for (std::size_t i = 0; i < kWeeklyItems; ++i)
        answers.at(i) = m_cards.at(i)->answer();
    return answers;
}

bool WeeklyPage::hasUnsavedAnswers() const
{
    return m_started && (answers() != m_savedAnswers || m_note->text() != m_savedNote);
}

void WeeklyPage::followFirstAnswer()
{
    const std::optional<std::size_t> first = m_cards.front()->answer();
    const bool ends = first && endsWeekly(WeeklyVersion::OstrcH2, kScores.at(*first));
    const QString why = !ends ? QString()
        : *first == 0         ? tr("answered, because nothing limited you")
                              : tr("counts in full, because you could not run at all");
    for (std::size_t i = 1; i < kWeeklyItems; ++i) {
        QuestionCard& card = *m_cards.at(i);
        if (ends && !m_ended)
            m_kept.at(i) = card.answer();
        if (ends)
            card.setAnswer(first);
        else if (m_ended)
            card.setAnswer(m_kept.at(i));
        card.setAnsweredElsewhere(why);
    }
    m_ended = ends;
}

void WeeklyPage::onAnswered(WeeklyItem item, bool byKey)
{
    m_failure->hide();
    if (item == WeeklyItem::Participation)
        followFirstAnswer();
    showCount();
    if (!byKey)
        return;
    const std::size_t next = static_cast<std::size_t>(item) + 1;
    QWidget* target = m_save;
    if (next < kWeeklyItems && !m_ended) {
        m_cards.at(next)->focusFirst();
        target = m_cards.at(next);
    } else {
        m_save->setFocus();
    }
    if (target != m_save)
        m_scroll->ensureWidgetVisible(target);
}

void WeeklyPage::showCount()
{
    const auto given = static_cast<int>(std::count_if(
        m_cards.begin(), m_cards.end(), [](const QuestionCard* card) { return card->answer().has_value(); }));
    const bool complete = given == static_cast<int>(kWeeklyItems);
    m_count->setText(complete ? tr("All four are answered.")
                              : tr("%1 of %2 answered. Press 1 to 4, or click.").arg(given).arg(kWeeklyItems));
    m_save->setEnabled(complete && !services().file.readOnly());
}

void WeeklyPage::showLast()
{
    const auto latest = services().weekly.latest();
    if (!latest) {
        m_last->setText(headline(latest.error()) + QStringLiteral(". ") + describe(latest.error()));
        return m_last->show();
    }
    m_last->setVisible(latest->has_value() && !m_original);
    if (!*latest)
        return;
    const LocalDay today = services().today();
    const std::optional<int> severity = weeklySeverity(**latest);
    m_last->setText(
        severity ? tr("Last answered: %1, severity %2.").arg(relativeDay((*latest)->recorded.day, today)).arg(*severity)
                 : tr("Last answered: %1.").arg(relativeDay((*latest)->recorded.day, today)));
}

void WeeklyPage::showReadOnly()
{
    const bool readOnly = services().file.readOnly();
    m_readOnlyBanner->setVisible(readOnly);
    m_noLimit->setEnabled(!readOnly);
    m_note->setEnabled(!readOnly);
    showCount();
}

void WeeklyPage::showFailure(const QString& words)
{
    m_failure->setText(words);
    m_failure->show();
}

void WeeklyPage::storeSwitch(bool on)
{
    Settings settings = services().settings.current();
    settings.weeklyCheckIn = on;
    if (const auto saved = services().settings.save(settings); !saved) {
        showFailure(tr("Your settings were not stored. %1. %2").arg(headline(saved.error()), describe(saved.error())));
        const QSignalBlocker quiet(m_ask);
        m_ask->setChecked(!on);
    }
}

void WeeklyPage::answerNoLimit()
{
    if (services().file.readOnly())
        return;
    m_cards.front()->setAnswer(0);
    followFirstAnswer();
    showCount();
    save();
}

bool WeeklyPage::save()
{
    if (!store())
        return false;
    m_stack->setCurrentIndex(1);
    m_result->focusFirst();
    return true;
}

bool WeeklyPage::store()
{
    if (services().file.readOnly() || !m_save->isEnabled())
        return false;
    m_failure->hide();
    WeeklyCheckIn record = m_original.value_or(WeeklyCheckIn{});
    if (!m_original) {
        record.id = services().ids.make<WeeklyCheckInId>();
        record.recorded = services().recordedNow();
    }
    record.version = WeeklyVersion::OstrcH2;
    for (std::size_t i = 0; i < kWeeklyItems; ++i)
        if (const auto answer = m_cards.at(i)->answer())
            record.scores.at(i) = kScores.at(*answer);
    record.note = m_note->text().trimmed().toStdString();
    if (codePoints(record.note) > kMaxNoteLength || !isUtf8(record.note)) {
        showFailure(
            tr("This note does not fit: at most %1 characters. Shorten it, then save again.").arg(kMaxNoteLength));
        m_note->setFocus();
        return false;
    }
    const auto before = services().weekly.between(record.recorded.day - 3650, record.recorded.day);
    IWeeklyLog& log = services().weekly;
    const std::optional<WeeklyCheckIn> original = m_original;
    const auto saved = LogCommand::perform(
        services(), *this, original ? tr("Change weekly check-in") : tr("Save weekly check-in"),
        [&log, record] { return log.save(record); },
        [&log, record, original] { return original ? log.save(*original) : log.remove(record.id); });
    if (!saved) {
        showFailure(headline(saved.error()) + QStringLiteral(". ") + describe(saved.error()));
        return false;
    }
    std::optional<WeeklyCheckIn> previous;
    if (before)
        for (const WeeklyCheckIn& each : *before)
            if (each.id != record.id && each.recorded.at.utc < record.recorded.at.utc)
                previous = each;
    m_result->show(record, previous, services().today());
    m_started = false;
    m_original.reset();
    m_saved = record;
    Q_EMIT noticed(original ? tr("Weekly check-in changed") : tr("Weekly check-in saved"), true);
    return true;
}

bool WeeklyPage::mayLeave()
{
    if (services().file.readOnly() || !hasUnsavedAnswers()) {
        m_started = false;
        m_original.reset();
        m_saved.reset();
        return true;
    }
    const bool complete = m_save->isEnabled();
    QMessageBox box(QMessageBox::Question, tr("Weekly check-in not saved"),
                    complete ? tr("Save this weekly check-in before you go on?")
                             : tr("Not every question is answered, so this cannot be saved yet. Go on without it?"),
                    QMessageBox::NoButton, this);
    box.setObjectName(QStringLiteral("leaveDialog"));
    QPushButton* save = complete ? box.addButton(tr("Save"), QMessageBox::AcceptRole) : nullptr;
    QPushButton* discard = box.addButton(tr("Discard"), QMessageBox::DestructiveRole);
    QPushButton* stay = box.addButton(tr("Stay"), QMessageBox::RejectRole);
    if (save != nullptr)
        save->setObjectName(QStringLiteral("leaveSaveButton"));
    discard->setObjectName(QStringLiteral("leaveDiscardButton"));
    stay->setObjectName(QStringLiteral("leaveStayButton"));
    box.setDefaultButton(save != nullptr ? save : stay);
    box.setEscapeButton(stay);
    box.exec();
    if (box.clickedButton() == discard) {
        m_started = false;
        m_original.reset();
        return true;
    }
    return save != nullptr && box.clickedButton() == save && store();
}

void WeeklyPage::keyPressEvent(QKeyEvent* event)
{
    // A digit pressed anywhere else in the form is for the question that is open.
    const int digit = event->key() - Qt::Key_1;
    if (m_stack->currentIndex() == 0 && digit >= 0 && digit < static_cast<int>(QuestionCard::kAnswers)
        && !(event->modifiers() & ~Qt::KeypadModifier) && !event->isAutoRepeat()) {
        for (QuestionCard* card : m_cards)
            if (!card->answer())
                return card->choose(static_cast<std::size_t>(digit));
        return;
    }
    TopicPage::keyPressEvent(event);
}

void WeeklyPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        for (QuestionCard* card : m_cards)
            card->retranslate();
        m_result->retranslate();
        retranslate();
        showLast();
        showCount();
    }
    TopicPage::changeEvent(event);
}

void WeeklyPage::retranslate()
{
    m_header->setKicker(m_original
                            ? tr("Weekly check-in of %1").arg(longDate(m_original->recorded.day, services().today()))
                            : tr("Weekly check-in"));
    m_header->setTitle(tr("How did your legs limit you this week?"));
    m_noLimit->setText(tr("Nothing limited me"));
    m_scope->setText(WeeklyWords::scope());
    m_source->setText(WeeklyWords::source());
    m_noteLabel->setText(tr("N&ote, if you like"));
    m_ask->setText(tr("&Ask me once a week, on Today"));
    m_save->setText(m_original ? tr("Save changes") : tr("Save"));
    m_readOnlyLabel->setText(tr("This log can only be read, so a weekly check-in could not be stored in it."));
}

}  // namespace psolog
