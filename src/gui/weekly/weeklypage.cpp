// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/weekly/weeklypage.h"

#include <algorithm>

#include <QCheckBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>

#include "analysis/weekly.h"
#include "core/validation.h"
#include "gui/checkin/logcommand.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/weekly/questioncard.h"
#include "gui/weekly/weeklyresult.h"
#include "gui/widgets/button.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/errorwords.h"

namespace psolog {

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
    if (isOtherVersion())
        return m_note->setFocus();
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
    showReadOnly();
}

void WeeklyPage::startEditing(const WeeklyCheckIn& record)
{
    m_started = true;
    m_original = record;
    m_saved.reset();
    Answers answers;
    for (std::size_t i = 0; i < kWeeklyItems; ++i)
        if (const auto& score = record.scores.at(i); score && record.version == WeeklyVersion::OstrcH2)
            answers.at(i) = answerPosition(*score);
    fill(answers, QString::fromStdString(record.note));
    retranslate();
    showReadOnly();
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

bool WeeklyPage::isOtherVersion() const
{
    return m_original && m_original->version != WeeklyVersion::OstrcH2;
}

void WeeklyPage::followFirstAnswer()
{
    const std::optional<std::size_t> first = m_cards.front()->answer();
    const bool ends = first && endsWeekly(WeeklyVersion::OstrcH2, kOstrcH2Scores.at(*first));
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
    if (isOtherVersion()) {
        m_count->setText(tr("The answers stay as they are."));
        m_save->setEnabled(!services().file.readOnly());
        return;
    }
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
    m_noLimit->setEnabled(!readOnly && !isOtherVersion());
    m_note->setEnabled(!readOnly);
    for (QuestionCard* card : m_cards) {
        card->setEnabled(!readOnly);
        card->setVisible(!isOtherVersion());
    }
    m_otherVersion->setVisible(isOtherVersion());
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
    if (services().file.readOnly() || isOtherVersion())
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
    for (std::size_t i = 0; i < kWeeklyItems && !isOtherVersion(); ++i)
        if (const auto answer = m_cards.at(i)->answer())
            record.scores.at(i) = kOstrcH2Scores.at(*answer);
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
    const bool asked = m_stack->currentIndex() == 0 && !services().file.readOnly() && !isOtherVersion();
    if (asked && digit >= 0 && digit < static_cast<int>(QuestionCard::kAnswers)
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

}  // namespace psolog
