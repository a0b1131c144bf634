// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/notes/notesinview.h"

#include <algorithm>
#include <utility>

#include <QLabel>
#include <QVBoxLayout>

#include "gui/notes/noterow.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {
constexpr std::size_t kAtFirst = 3;
constexpr std::size_t kMostRows = 100;
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
        // Not at once: the button in it may be asking for this.
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const auto count = std::min(m_all ? kMostRows : kAtFirst, m_notes.size());
    for (std::size_t i = 0; i < count; ++i) {
        auto* row = new NoteRow(m_notes[i], m_today, this);
        m_rows->addWidget(row);
        row->show();
    }
    if (count < m_notes.size()) {
        const auto left = static_cast<int>(m_notes.size() - count);
        QWidget* rest = nullptr;
        if (m_all) {
            rest = makeLabel(tr("and %n more: History lists all of them", nullptr, left), "muted", this);
        } else {
            auto* more = new Button(tr("Show %n more", nullptr, left), QStringLiteral("link"), this);
            more->setObjectName(QStringLiteral("moreNotesButton"));
            connect(more, &QPushButton::clicked, this, [this] {
                m_all = true;
                rebuild();
            });
            rest = more;
        }
        m_rows->addWidget(rest, 0, Qt::AlignLeft);
        rest->show();
    }
    setVisible(!m_notes.empty());
}

void NotesInView::retranslate()
{
    m_title->setText(tr("Notes about these days"));
    rebuild();
}

}  // namespace psolog
