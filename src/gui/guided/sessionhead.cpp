// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/guided/sessionhead.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "gui/guided/sessionbutton.h"
#include "gui/shell/guide.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {

constexpr double kSmallPixels = 24;

SoundLevel after(SoundLevel level)
{
    switch (level) {
    case SoundLevel::Full:
        return SoundLevel::Brief;
    case SoundLevel::Brief:
        return SoundLevel::TonesOnly;
    case SoundLevel::TonesOnly:
        return SoundLevel::Silent;
    case SoundLevel::Silent:
        break;
    }
    return SoundLevel::Full;
}

}  // namespace

SessionHead::SessionHead(Theme& theme, Services& services, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_services(services),
      m_name(makeLabel({}, "muted", this)),
      m_advice(makeLabel({}, "muted", this)),
      m_sound(new SessionButton(theme, SessionButton::Kind::Plain, this)),
      m_note(makeLabel({}, "muted", this))
{
    m_name->setObjectName(QStringLiteral("routineNameLabel"));
    m_advice->setObjectName(QStringLiteral("pressureLabel"));
    m_advice->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_sound->setObjectName(QStringLiteral("soundButton"));
    m_sound->setLow(true);
    m_note->setObjectName(QStringLiteral("soundProblemLabel"));
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::kL);
    row->addWidget(m_name, 3);
    row->addWidget(m_advice, 4);
    row->addWidget(m_sound);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kXs);
    column->addLayout(row);
    column->addWidget(m_note);
    connect(m_sound, &QPushButton::clicked, this, &SessionHead::changeSound);
    connect(&services.guide, &Guide::soundChanged, this, &SessionHead::showSound);
    connect(&theme, &Theme::changed, this, &SessionHead::applyFonts);
    applyFonts();
    showSound();
}

void SessionHead::setName(const QString& name)
{
    if (m_name->text() != name)
        m_name->setText(name);
}

void SessionHead::setAdvice(const QString& advice)
{
    m_advice->setText(advice);
}

QString SessionHead::of(SoundLevel level)
{
    switch (level) {
    case SoundLevel::Full:
        return tr("Voice: full");
    case SoundLevel::Brief:
        return tr("Voice: brief");
    case SoundLevel::TonesOnly:
        return tr("Tones only");
    case SoundLevel::Silent:
        break;
    }
    return tr("Silent");
}

void SessionHead::changeSound()
{
    Settings settings = m_services.settings.current();
    settings.soundLevel = after(settings.soundLevel);
    m_notStored = !m_services.settings.save(settings);
    Guide& guide = m_services.guide;
    // Whoever presses it wants quiet now, stored or not.
    guide.hush();
    if (!m_notStored) {
        guide.applySettings();
        guide.start();
        Heard said;
        said.tone = Tone::Taken;
        said.words = said.briefWords = of(settings.soundLevel) + QLatin1Char('.');
        guide.hear(said);
    }
    showSound();
}

void SessionHead::showSound()
{
    const QString problem = m_notStored ? tr("The choice could not be stored") : m_services.guide.soundProblem();
    m_sound->setWords(of(m_services.settings.current().soundLevel), tr("V"));
    m_sound->setAccessibleDescription(problem.isEmpty() ? tr("Key V") : tr("Key V. %1").arg(problem));
    if (m_note->text() != problem)
        m_note->setText(problem);
    m_note->setVisible(!problem.isEmpty());
}

void SessionHead::applyFonts()
{
    const QFont small = m_theme.font(kSmallPixels, QFont::Normal);
    for (QLabel* label : {m_name, m_advice, m_note})
        label->setFont(small);
    QPalette palette = m_note->palette();
    palette.setColor(QPalette::WindowText, m_theme.color(Role::Warn));
    m_note->setPalette(palette);
}

void SessionHead::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        showSound();
    QWidget::changeEvent(event);
}

}  // namespace psolog
