// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/notes/noterow.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "gui/notes/notewords.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"

namespace psolog {

NoteRow::NoteRow(const CoachNote& note, LocalDay today, QWidget* parent)
    : QFrame(parent),
      m_note(note),
      m_tag(makeBadge({}, "neutral", this))
{
    setObjectName(QStringLiteral("noteRow"));
    setProperty("banner", QStringLiteral("info"));
    auto* about = makeLabel(NoteWords::about(note, today), "strong", this);
    about->setObjectName(QStringLiteral("noteAboutLabel"));
    auto* author = makeLabel(NoteWords::signature(note.author, note.written, today), "small", this);
    author->setObjectName(QStringLiteral("noteAuthorLabel"));
    auto* text = makeLabel(QString::fromStdString(note.text), "", this);
    text->setObjectName(QStringLiteral("noteTextLabel"));
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_tag->hide();
    auto* head = new QHBoxLayout;
    head->setSpacing(space::kS);
    head->addWidget(about, 1);
    head->addWidget(m_tag, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 10);
    column->setSpacing(space::kXs);
    column->addLayout(head);
    column->addWidget(text);
    column->addWidget(author);
    text->setVisible(!note.text.empty());
}

void NoteRow::setTag(const QString& text, const char* tone)
{
    m_tag->setText(text);
    setBadgeTone(m_tag, tone);
    m_tag->show();
}

Button* NoteRow::addAction(const QString& text, const char* variant, const char* objectName)
{
    if (m_actions == nullptr) {
        m_actions = new FlowLayout(space::kS);
        m_actions->setContentsMargins(0, space::kXs, 0, 0);
        static_cast<QVBoxLayout*>(layout())->addLayout(m_actions);
    }
    auto* button = new Button(text, QString::fromLatin1(variant), this);
    button->setObjectName(QString::fromLatin1(objectName));
    button->setAccessibleDescription(NoteWords::firstLine(m_note));
    button->setAutoDefault(false);
    m_actions->addWidget(button);
    return button;
}

}  // namespace psolog
