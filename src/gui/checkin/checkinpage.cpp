// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/checkin/checkinpage.h"

#include <algorithm>
#include <cmath>

#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>

#include "gui/body/bodymapwidget.h"
#include "gui/body/sitewords.h"
#include "gui/checkin/logcommand.h"
#include "gui/checkin/morningquestion.h"
#include "gui/checkin/numberentry.h"
#include "gui/checkin/sitecard.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {

constexpr int kWeeksBack = 4;
constexpr Site kFirstSite{Muscle::Hamstring, Side::Left};

QDateTime wallTime(const Instant& at)
{
    return QDateTime::fromMSecsSinceEpoch((at.utc + at.offset).time_since_epoch().count(), Qt::UTC);
}

/// To the minute, as the field shows it.
QDateTime wholeMinutes(const QDateTime& moment)
{
    const QTime time = moment.time();
    return QDateTime(moment.date(), QTime(time.hour(), time.minute()), Qt::UTC);
}

tl::unexpected<Invalid> malformed(Field field)
{
    return tl::unexpected<Invalid>(Invalid{field, Error{ErrorCode::SyntaxError, {}}});
}

/// The run's numbers from the fields; SyntaxError where there is no number.
tl::expected<void, Invalid> readNumbers(const WhenEntry& entry, Run& run)
{
    const NumberEntry distance = parseNumber(entry.distance, QStringLiteral("km"));
    if (distance.malformed)
        return malformed(Field::Distance);
    run.distanceMetres = distance.value ? metresFromKilometres(*distance.value) : std::nullopt;
    const NumberEntry minutes = parseNumber(entry.minutes, QStringLiteral("min"));
    if (minutes.malformed || (minutes.value && std::trunc(*minutes.value) != *minutes.value))
        return malformed(Field::Minutes);
    run.minutes = minutes.value ? std::optional(static_cast<int>(*minutes.value)) : std::nullopt;
    return {};
}

}  // namespace

CheckInPage::CheckInPage(Services& services, QWidget* parent) : TopicPage(services, parent)
{
    build();
    connectParts();
    retranslate();
}

void CheckInPage::activate()
{
    if (!m_started || (!m_original && !hasUnsavedEntries()))
        startNew();
    else
        readBasis();
    showReadOnly();
    m_map->setFocus();
}

void CheckInPage::openTopic(const QString& topic)
{
    if (topic.isEmpty()) {
        if (!m_started || m_original || !hasUnsavedEntries())
            startNew();
        return;
    }
    const auto found = services().checkIns.find(CheckInId(topic.toStdString()));
    if (found && *found) {
        startEditing(**found);
        return;
    }
    startNew();
    if (!found)
        showFailure(headline(found.error()), describe(found.error()));
    else
        showFailure(tr("That check-in is no longer in the log"), tr("This is a new one."));
}

bool CheckInPage::hasUnsavedEntries() const
{
    return m_started && (m_map->scores() != m_savedScores || m_whenCard->entry() != m_savedEntry);
}

bool CheckInPage::mayLeave()
{
    if (services().file.readOnly() || !hasUnsavedEntries()) {
        m_started = false;
        m_original.reset();
        return true;
    }
    QMessageBox box(QMessageBox::Question, tr("Check-in not saved"), tr("Save this check-in before you go on?"),
                    QMessageBox::NoButton, this);
    box.setObjectName(QStringLiteral("leaveDialog"));
    QPushButton* save = box.addButton(tr("Save"), QMessageBox::AcceptRole);
    QPushButton* discard = box.addButton(tr("Discard"), QMessageBox::DestructiveRole);
    QPushButton* stay = box.addButton(tr("Stay"), QMessageBox::RejectRole);
    save->setObjectName(QStringLiteral("leaveSaveButton"));
    discard->setObjectName(QStringLiteral("leaveDiscardButton"));
    stay->setObjectName(QStringLiteral("leaveStayButton"));
    box.setDefaultButton(save);
    box.setEscapeButton(stay);
    box.exec();
    if (box.clickedButton() == discard) {
        m_started = false;
        m_original.reset();
        return true;
    }
    if (box.clickedButton() != save)
        return false;
    return store();
}

void CheckInPage::startNew()
{
    m_started = true;
    m_original.reset();
    readBasis();
    WhenEntry entry;
    const RecordedAt now = services().recordedNow();
    entry.context = m_morning.empty() ? likelyContext(m_recent, now) : Context::Morning;
    entry.moment = wholeMinutes(wallTime(now.at));
    fill({}, entry);
    m_map->setCurrentSite(m_askFirst.empty() ? kFirstSite : m_askFirst.front().site);
    showSite();
    retranslate();
}

void CheckInPage::startEditing(const CheckIn& checkIn)
{
    m_started = true;
    m_original = checkIn;
    readBasis();
    WhenEntry entry;
    entry.context = checkIn.context;
    entry.moment = wholeMinutes(wallTime(checkIn.recorded.at));
    entry.note = QString::fromStdString(checkIn.note);
    if (checkIn.run) {
        const Run& run = *checkIn.run;
        entry.distance = run.distanceMetres ? kilometresText(*run.distanceMetres) : QString();
        entry.minutes = run.minutes ? QString::number(*run.minutes) : QString();
        entry.effort = run.effort;
        entry.features = run.features;
    }
    fill(checkIn.scores, entry);
    if (!m_map->currentSite())
        m_map->setCurrentSite(kFirstSite);
    showSite();
    retranslate();
}

void CheckInPage::fill(const SiteScores& scores, const WhenEntry& entry)
{
    m_filling = true;
    m_map->setScores(scores);
    m_whenCard->setHasRun(m_original && m_original->run);
    m_whenCard->setEntry(entry);
    m_savedScores = scores;
    m_savedEntry = m_whenCard->entry();
    m_replaced.reset();
    m_filling = false;
    m_failure->hide();
    showCount();
}

void CheckInPage::readBasis()
{
    const RecordedAt moment = m_original ? m_original->recorded : services().recordedNow();
    m_recent.clear();
    m_basis = {};
    auto recent = services().checkIns.between(moment.day - kWeeksBack * 7, moment.day);
    if (!recent) {
        showFailure(headline(recent.error()), describe(recent.error()));
    } else {
        m_recent = std::move(*recent);
        m_basis = basisFor(m_recent, m_original ? m_original->id : CheckInId(), moment.at);
        if (!m_basis.last && !m_original)
            if (auto latest = services().checkIns.latest();
                latest && *latest && (*latest)->recorded.at.utc <= moment.at.utc)
                m_basis.last = **latest;
    }
    m_asLast->setEnabled(m_basis.last.has_value() && !services().file.readOnly());
    m_asLast->setToolTip(m_basis.last ? tr("Copies the scores of the check-in of %1, %2")
                                            .arg(relativeDay(m_basis.last->recorded.day, services().today()),
                                                 clockTime(m_basis.last->recorded.at))
                                      : tr("There is no earlier check-in"));
    readMorning();
    showStrip();
    if (m_map->currentSite())
        showSite();
}

void CheckInPage::readMorning()
{
    m_morning.clear();
    m_askFirst.clear();
    if (m_original)
        return;
    auto morning = readFollowUp(services());
    if (morning)
        m_morning = std::move(*morning);
    else
        showFailure(headline(morning.error()), describe(morning.error()));
    m_askFirst = m_morning;
    if (m_askFirst.empty())
        for (const Site site : m_basis.soreLast)
            m_askFirst.push_back({site, m_basis.last->scores[site]});
}

void CheckInPage::onLogChanged()
{
    if (!isVisible() || !m_started)
        return;
    if (!m_original || hasUnsavedEntries()) {
        readBasis();
        return;
    }
    const auto found = services().checkIns.find(m_original->id);
    if (found && !*found)
        startNew();
    else if (found && **found != *m_original)
        startEditing(**found);
}

void CheckInPage::showSite()
{
    const Site site = m_map->currentSite().value_or(kFirstSite);
    m_siteCard->showSite(site, m_map->scores()[site], comparisonFor(site));
}

QString CheckInPage::comparisonFor(Site site) const
{
    const auto& earlier = m_basis.earlier[indexOf(site)];
    if (!earlier)
        return {};
    return tr("%1 %2", "day and score, as in: yesterday 5")
        .arg(relativeDay(earlier->day, services().today()), scoreText(earlier->score));
}

void CheckInPage::edited()
{
    if (m_filling)
        return;
    m_failure->hide();
    showCount();
}

void CheckInPage::replaceScores(const SiteScores& scores)
{
    if (services().file.readOnly())
        return;
    const SiteScores before = m_map->scores();
    m_map->setScores(scores);
    edited();
    m_replaced = before == scores ? std::nullopt : std::optional(before);
    m_takeBack->setVisible(m_replaced.has_value());
    showSite();
    m_map->setFocus();
}

void CheckInPage::setNothingSore()
{
    SiteScores scores;
    for (const Site site : allSites())
        scores[site] = Score::clamped(Score::kMin);
    replaceScores(scores);
}

void CheckInPage::setAsLastTime()
{
    if (m_basis.last)
        replaceScores(m_basis.last->scores);
}

void CheckInPage::takeBack()
{
    if (!m_replaced)
        return;
    m_map->setScores(*m_replaced);
    m_replaced.reset();
    edited();
    showSite();
    m_map->setFocus();
}

RecordedAt CheckInPage::enteredMoment() const
{
    const QDateTime entered = m_whenCard->entry().moment;
    if (entered == m_savedEntry.moment)
        return m_original ? m_original->recorded : services().recordedNow();
    if (m_original) {
        // Moved by the difference, so that a record of another zone stays in its zone.
        RecordedAt moved = m_original->recorded;
        moved.at.utc += Milliseconds(m_savedEntry.moment.msecsTo(entered));
        moved.day = localDayOf(moved.at, services().settings.current().dayStart);
        return moved;
    }
    const std::chrono::minutes timeOfDay(entered.time().hour() * 60 + entered.time().minute());
    const Instant at = services().clock.localInstant(toLocalDay(entered.date()), timeOfDay);
    return {at, localDayOf(at, services().settings.current().dayStart)};
}

std::optional<CheckIn> CheckInPage::fromEntries()
{
    const WhenEntry entry = m_whenCard->entry();
    CheckIn checkIn;
    checkIn.recorded = enteredMoment();
    checkIn.context = entry.context;
    checkIn.scores = m_map->scores();
    checkIn.note = entry.note.toStdString();
    if (m_whenCard->runShown()) {
        Run run;
        run.recorded = m_original && m_original->run && entry.moment == m_savedEntry.moment ? m_original->run->recorded
                                                                                            : checkIn.recorded;
        run.effort = entry.effort;
        run.features = entry.features;
        if (auto read = readNumbers(entry, run); !read) {
            refuse(read.error());
            return std::nullopt;
        }
        if (run.distanceMetres || run.minutes || run.effort || !run.features.empty() || (m_original && m_original->run))
            checkIn.run = run;
    }
    if (auto valid = validate(checkIn, services().clock.now()); !valid) {
        refuse(valid.error());
        return std::nullopt;
    }
    checkIn.id = m_original ? m_original->id : services().ids.make<CheckInId>();
    if (checkIn.run)
        checkIn.run->id = m_original && m_original->run ? m_original->run->id : services().ids.make<RunId>();
    return checkIn;
}

void CheckInPage::refuse(const Invalid& invalid)
{
    const QString words = wordsFor(invalid);
    if (m_whenCard->showError(invalid.field, words)) {
        if (QWidget* field = focusWidget())
            m_scroll->ensureWidgetVisible(field);
        return;
    }
    showFailure({}, words);
    m_map->setFocus();
}

QString CheckInPage::wordsFor(const Invalid& invalid) const
{
    const bool notANumber = invalid.error.code == ErrorCode::SyntaxError;
    const QLocale locale;
    switch (invalid.field) {
    case Field::Distance:
        return notANumber
            ? tr("Distance: enter a number such as %1, or leave it empty.").arg(locale.toString(8.4))
            : tr("Distance: enter more than 0 and at most %1 km, or leave it empty.").arg(kMaxRunMetres / 1000);
    case Field::Minutes:
        return notANumber ? tr("Time: enter whole minutes such as 46, or leave it empty.")
                          : tr("Time: enter 1 to %1 minutes, or leave it empty.").arg(kMaxRunMinutes);
    case Field::Moment:
        return tr("This lies in the future. Enter now or an earlier moment.");
    case Field::Note: {
        const auto length = static_cast<qlonglong>(codePoints(m_whenCard->entry().note.toStdString()));
        if (length <= static_cast<qlonglong>(kMaxNoteLength))
            return tr("This note holds characters that cannot be stored. Retype it.");
        return tr("This note has %1 characters; at most %2 fit. It is all still here: shorten it, then save again.")
            .arg(locale.toString(length), locale.toString(static_cast<qlonglong>(kMaxNoteLength)));
    }
    case Field::Scores:
        return tr("Rate at least one muscle, or enter a run or a note.");
    case Field::None:
    case Field::Name:
    case Field::Readings:
        break;
    }
    return describe(invalid.error);
}

bool CheckInPage::store()
{
    if (services().file.readOnly())
        return false;
    m_failure->hide();
    m_whenCard->clearErrors();
    const std::optional<CheckIn> entered = fromEntries();
    if (!entered)
        return false;
    ICheckInLog& log = services().checkIns;
    const CheckIn after = *entered;
    const std::optional<CheckIn> before = m_original;
    const auto saved = LogCommand::perform(
        services(), *this, before ? tr("Change check-in") : tr("Save check-in"),
        [&log, after] { return log.save(after); },
        [&log, after, before] { return before ? log.save(*before) : log.remove(after.id); });
    if (!saved) {
        showFailure(headline(saved.error()), describe(saved.error()));
        return false;
    }
    m_started = false;
    m_original.reset();
    Q_EMIT noticed(before ? tr("Check-in changed") : tr("Check-in saved"), true);
    return true;
}

bool CheckInPage::save()
{
    const std::optional<CheckIn> before = m_original;
    if (!store())
        return false;
    startNew();
    if (before)
        Q_EMIT pageRequested(PageId::History, QString::fromStdString(before->id.toString()));
    else
        Q_EMIT pageRequested(PageId::Today, {});
    return true;
}

}  // namespace psolog
