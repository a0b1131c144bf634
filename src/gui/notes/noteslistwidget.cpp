// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/notes/noteslistwidget.h"

#include <algorithm>

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include "gui/notes/noteedits.h"
#include "gui/notes/noterow.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {
constexpr std::size_t kAtOnce = 30;
}

NotesListWidget::NotesListWidget(QWidget* parent) : QWidget(parent), m_shown(kAtOnce), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("notesList"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::kS);
    rebuild();
}

void NotesListWidget::setNotes(const std::vector<CoachNote>& notes, LocalDay today)
{
    std::vector<CoachNote> shown = standing(notes);
    std::stable_sort(shown.begin(), shown.end(),
                     [](const CoachNote& a, const CoachNote& b) { return a.written.utc > b.written.utc; });
    if (shown == m_notes && today == m_today)
        return;
    m_notes = std::move(shown);
    m_today = today;
    rebuild();
}

void NotesListWidget::setReadOnly(bool readOnly)
{
    if (m_readOnly == readOnly)
        return;
    m_readOnly = readOnly;
    rebuild();
}

void NotesListWidget::rebuild()
{
    // The row with the focus goes: the one that takes its place gets it.
    int focused = -1;
    for (int i = 0; i < m_column->count(); ++i)
        if (QWidget* row = m_column->itemAt(i)->widget(); row != nullptr && row->isAncestorOf(focusWidget()))
            focused = i;
    while (QLayoutItem* item = m_column->takeAt(0)) {
        // Not at once: a row may be asking for this.
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const auto count = std::min(m_shown, m_notes.size());
    for (std::size_t i = 0; i < count; ++i) {
        auto* row = new NoteRow(m_notes[i], m_today, this);
        if (!m_readOnly) {
            const Button* change = row->addAction(tr("Change"), "secondary", "changeNoteButton");
            connect(change, &QPushButton::clicked, this, [this, note = m_notes[i]] { Q_EMIT changeRequested(note); });
            const Button* withdraw = row->addAction(tr("Take back"), "ghost", "withdrawNoteButton");
            connect(withdraw, &QPushButton::clicked, this,
                    [this, note = m_notes[i]] { Q_EMIT withdrawRequested(note); });
        }
        m_column->addWidget(row);
        row->show();
    }
    if (m_notes.empty())
        m_column->addWidget(makeLabel(tr("No note yet."), "muted", this));
    if (count < m_notes.size()) {
        auto* more = new Button(tr("Show %n more", nullptr, static_cast<int>(m_notes.size() - count)),
                                QStringLiteral("link"), this);
        more->setObjectName(QStringLiteral("moreNotesButton"));
        connect(more, &QPushButton::clicked, this, [this] {
            m_shown += kAtOnce;
            rebuild();
        });
        m_column->addWidget(more, 0, Qt::AlignLeft);
        more->show();
    }
    m_column->addStretch(1);
    if (focused >= 0 && !m_readOnly && count > 0)
        if (QWidget* row = m_column->itemAt(std::min(focused, static_cast<int>(count) - 1))->widget())
            if (auto* button = row->findChild<Button*>())
                button->setFocus();
}

void NotesListWidget::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

}  // namespace psolog
