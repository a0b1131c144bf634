// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/notes/notesinview.h"

#include <algorithm>
#include <utility>

#include <QLabel>
#include <QVBoxLayout>

#include "gui/notes/noterow.h"
#include "gui/theme/theme.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {
constexpr std::size_t kMostRows = 12;
constexpr int kPadding = 20;
}  // namespace

NotesInView::NotesInView(QWidget* parent)
    : QFrame(parent),
      m_title(makeLabel({}, "strong", this)),
      m_rows(new QVBoxLayout)
{
    setObjectName(QStringLiteral("notesInView"));
    setProperty("card", true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    column->setSpacing(space::kM);
    column->addWidget(m_title);
    m_rows->setSpacing(space::kS);
    column->addLayout(m_rows);
    retranslate();
    hide();
}

void NotesInView::setNotes(std::vector<CoachNote> notes, LocalDay today)
{
    std::stable_sort(notes.begin(), notes.end(), [](const CoachNote& a, const CoachNote& b) {
        return a.days && b.days && a.days->last > b.days->last;
    });
    // Panning asks for this at every step.
    if (notes == m_notes && today == m_today)
        return;
    m_notes = std::move(notes);
    m_today = today;
    rebuild();
}

void NotesInView::rebuild()
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto count = std::min(kMostRows, m_notes.size());
    for (std::size_t i = 0; i < count; ++i) {
        auto* row = new NoteRow(m_notes[i], m_today, this);
        m_rows->addWidget(row);
        row->show();
    }
    if (count < m_notes.size()) {
        auto* more =
            makeLabel(tr("and %n more: History lists all of them", nullptr, static_cast<int>(m_notes.size() - count)),
                      "muted", this);
        m_rows->addWidget(more);
        more->show();
    }
    setVisible(!m_notes.empty());
}

void NotesInView::retranslate()
{
    m_title->setText(tr("Notes about these days"));
    rebuild();
}

}  // namespace psolog
