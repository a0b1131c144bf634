// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/notes/coachcard.h"

#include <algorithm>

#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

#include "core/ports/icoachnotes.h"
#include "gui/checkin/logcommand.h"
#include "gui/notes/noterow.h"
#include "gui/notes/notewords.h"
#include "gui/notes/routinepreview.h"
#include "gui/shell/coachservices.h"
#include "gui/shell/page.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"
#include "gui/widgets/routinetexts.h"

namespace psolog {

namespace {
constexpr int kPadding = 20;
constexpr std::size_t kMostNotes = 3;
}  // namespace

CoachCard::CoachCard(Services& services, Page& page, QWidget* parent)
    : QFrame(parent),
      m_services(services),
      m_page(page),
      m_title(makeLabel({}, "strong", this)),
      m_planPart(new QWidget(this)),
      m_notes(new QVBoxLayout)
{
    setObjectName(QStringLiteral("coachCard"));
    setProperty("card", true);
    buildPlan();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    column->setSpacing(space::kM);
    column->addWidget(m_title);
    m_notes->setSpacing(space::kS);
    column->addLayout(m_notes);
    column->addWidget(m_planPart);
    retranslate();
    hide();
}

void CoachCard::buildPlan()
{
    QWidget* const part = m_planPart;
    m_proposal = makeLabel({}, "", part);
    m_proposal->setObjectName(QStringLiteral("planProposalLabel"));
    m_signed = makeLabel({}, "small", part);
    m_caution = makeLabel({}, "small", part);
    m_use = new Button({}, QStringLiteral("secondary"), part);
    m_use->setObjectName(QStringLiteral("usePlanButton"));
    m_steps = new Button({}, QStringLiteral("ghost"), part);
    m_steps->setObjectName(QStringLiteral("planStepsButton"));
    m_steps->setCheckable(true);
    m_preview = new RoutinePreview(part);
    m_preview->hide();
    auto* buttons = new FlowLayout(space::kS);
    buttons->addWidget(m_use);
    buttons->addWidget(m_steps);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kXs);
    column->addWidget(m_proposal);
    column->addWidget(m_signed);
    column->addLayout(buttons);
    column->addWidget(m_preview);
    column->addWidget(m_caution);
    connect(m_steps, &QPushButton::toggled, m_preview, &QWidget::setVisible);
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (hasRoutine())
            Q_EMIT releaseRequested();
        else
            useRoutine();
    });
}

void CoachCard::retranslate()
{
    m_title->setText(tr("From your coach"));
    m_steps->setText(tr("Steps"));
    m_steps->setAccessibleDescription(tr("Shows every step of the routine"));
    m_caution->setText(NoteWords::planCaution());
}

bool CoachCard::hasRoutine() const
{
    const auto& routines = m_services.routines.routines();
    return m_plan && std::any_of(routines.begin(), routines.end(), [this](const StoredRoutine& stored) {
               return stored.routine.steps == m_plan->routine.steps && stored.routine.name == m_plan->routine.name;
           });
}

Result<void> CoachCard::refresh()
{
    if (m_services.coachNotes == nullptr) {
        hide();
        return {};
    }
    const auto stop = [this](const Error& error) {
        hide();
        return tl::unexpected(error);
    };
    const auto plan = m_services.coachNotes->plan();
    if (!plan)
        return stop(plan.error());
    std::vector<CoachNote> unread;
    if (m_services.coach != nullptr) {
        const auto ids = m_services.coach->received.unread();
        if (!ids)
            return stop(ids.error());
        if (!ids->empty()) {
            auto notes = m_services.coachNotes->notes();
            if (!notes)
                return stop(notes.error());
            std::copy_if(notes->begin(), notes->end(), std::back_inserter(unread),
                         [&](const CoachNote& note) { return ids->count(note.id) != 0; });
        }
    }
    showPlan(*plan);
    showNotes(unread);
    setVisible(plan->has_value() || !unread.empty());
    return {};
}

void CoachCard::showPlan(const std::optional<CoachPlan>& plan)
{
    m_planPart->setVisible(plan.has_value());
    if (plan && plan != m_plan)
        m_preview->setRoutine(plan->routine);
    m_plan = plan;
    if (!plan)
        return;
    m_proposal->setText(NoteWords::proposal(*plan));
    m_signed->setText(NoteWords::signature(plan->author, plan->written, m_services.today()));
    const bool there = hasRoutine();
    m_use->setText(there ? tr("Choose it on Release") : tr("Use this routine"));
    m_use->setAccessibleDescription(there ? tr("It is among your routines") : tr("Puts it among your routines"));
    m_use->setVisible(m_services.coach != nullptr);
}

void CoachCard::showNotes(const std::vector<CoachNote>& unread)
{
    const bool focused = isAncestorOf(focusWidget());
    while (QLayoutItem* item = m_notes->takeAt(0)) {
        // Not at once: the button in it may be asking for this.
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const bool writable = !m_services.file.readOnly();
    const auto count = std::min(kMostNotes, unread.size());
    Button* first = nullptr;
    for (std::size_t i = 0; i < count; ++i) {
        auto* row = new NoteRow(unread[i], m_services.today(), this);
        row->setTag(tr("new"), "neutral");
        Button* read = row->addAction(tr("Mark as read"), "secondary", "markReadButton");
        read->setEnabled(writable);
        if (!writable)
            read->setToolTip(plainToolTip(tr("The log can only be read")));
        connect(read, &QPushButton::clicked, this, [this, note = unread[i]] { markRead(note); });
        const Button* show = row->addAction(tr("Show in History"), "ghost", "showNoteButton");
        connect(show, &QPushButton::clicked, this,
                [this, id = QString::fromStdString(unread[i].id.toString())] { Q_EMIT historyRequested(id); });
        m_notes->addWidget(row);
        row->show();
        if (first == nullptr)
            first = read;
    }
    if (count < unread.size()) {
        auto* more = new Button(tr("%n more in History", nullptr, static_cast<int>(unread.size() - count)),
                                QStringLiteral("link"), this);
        more->setObjectName(QStringLiteral("moreNotesButton"));
        connect(more, &QPushButton::clicked, this, [this] { Q_EMIT historyRequested({}); });
        m_notes->addWidget(more, 0, Qt::AlignLeft);
        more->show();
    }
    if (!focused)
        return;
    if (first != nullptr)
        first->setFocus();
    else if (!m_use->isHidden() && m_plan)
        m_use->setFocus();
    else
        Q_EMIT focusLost();
}

void CoachCard::markRead(const CoachNote& note)
{
    IReceivedNotes& received = m_services.coach->received;
    const auto done = LogCommand::perform(
        m_services, m_page, tr("Mark note as read"), [&received, id = note.id] { return received.setRead(id, true); },
        [&received, id = note.id] { return received.setRead(id, false); });
    if (!done)
        return Q_EMIT failed(done.error());
    Q_EMIT noticed(tr("Marked as read. History keeps the note."), true);
}

void CoachCard::useRoutine()
{
    Routine own = m_plan->routine;
    own.id = m_services.routines.freeId(own.name);
    IRoutineStore& routines = m_services.routines;
    const auto done = LogCommand::perform(
        m_services, m_page, tr("Add routine"), [&routines, own] { return routines.save(own); },
        [&routines, id = own.id] { return routines.remove(id); });
    if (!done)
        return Q_EMIT failed(done.error());
    Q_EMIT noticed(tr("%1 is now among your routines. Choose it on Release.").arg(routineText(own.name)), true);
}

}  // namespace psolog
