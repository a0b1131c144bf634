// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/guided/flowguide.h"

#include <algorithm>
#include <array>

#include <QKeyEvent>

#include "gui/shell/services.h"

namespace psolog {

namespace {

/// A key that comes on both ways comes within this time.
constexpr Milliseconds kSameKey{300};

/// The most important first: of what happens at one moment, one tone is heard.
constexpr std::array kByImportance{Tone::Stop,   Tone::Finished, Tone::Paused, Tone::Switch,    Tone::Start,
                                   Tone::Answer, Tone::Released, Tone::Found,  Tone::Taken,     Tone::Hold,
                                   Tone::Step,   Tone::Halfway,  Tone::Scan,   Tone::LastSecond};
static_assert(kByImportance.size() == NameTable<Tone>::rows.size());

auto importance(Tone tone)
{
    return std::find(kByImportance.begin(), kByImportance.end(), tone);
}

void append(QString& sentence, const QString& more)
{
    if (!sentence.isEmpty() && !more.isEmpty())
        sentence += QLatin1Char(' ');
    sentence += more;
}

std::optional<MediaCommand> commandOf(int key)
{
    switch (key) {
    case Qt::Key_MediaTogglePlayPause:
        return MediaCommand::PlayPause;
    case Qt::Key_MediaPlay:
        return MediaCommand::Play;
    case Qt::Key_MediaPause:
        return MediaCommand::Pause;
    case Qt::Key_MediaStop:
        return MediaCommand::Stop;
    case Qt::Key_MediaNext:
        return MediaCommand::Next;
    case Qt::Key_MediaPrevious:
        return MediaCommand::Previous;
    default:
        return std::nullopt;
    }
}

}  // namespace

Heard together(const std::vector<Heard>& moment)
{
    Heard all;
    for (const Heard& each : moment) {
        if (each.tone && (!all.tone || importance(*each.tone) < importance(*all.tone))) {
            all.tone = each.tone;
            all.side = each.side;
        }
        append(all.words, each.words);
        append(all.briefWords, each.briefWords);
        all.useful = std::max(all.useful, each.useful);
        all.urgent = all.urgent || each.urgent;
    }
    return all;
}

FlowGuide::FlowGuide(Services& services, QObject* parent) : QObject(parent), m_services(services)
{
    connect(&services.guide, &Guide::mediaCommand, this,
            [this](MediaCommand command) { take(command, Source::Desktop); });
    connect(&services.guide, &Guide::aboutToSleep, this, [this] {
        if (m_active)
            Q_EMIT aboutToSleep();
    });
    connect(&services.guide, &Guide::awake, this, [this] {
        if (m_active)
            Q_EMIT awoke();
    });
}

FlowGuide::~FlowGuide()
{
    if (m_active)
        m_services.guide.hush();
    end();
}

void FlowGuide::show(const QString& title, bool playing)
{
    if (!m_active) {
        m_active = true;
        m_services.guide.beginFlow(title);
    }
    m_services.guide.showFlow(title, playing);
}

void FlowGuide::end()
{
    if (!m_active)
        return;
    m_active = false;
    m_last.reset();
    m_services.guide.endFlow();
}

void FlowGuide::hear(const std::vector<Heard>& moment)
{
    if (!moment.empty())
        m_services.guide.hear(together(moment));
}

bool FlowGuide::takeKey(const QKeyEvent& event)
{
    const std::optional<MediaCommand> command = commandOf(event.key());
    if (!command || !m_active)
        return false;
    if (!event.isAutoRepeat())
        take(*command, Source::Window);
    return true;
}

void FlowGuide::take(MediaCommand command, Source source)
{
    if (!m_active)
        return;
    const Milliseconds now = m_services.clock.sample().steady;
    const bool again = m_last && m_last->command == command && m_last->source != source && now - m_last->at < kSameKey;
    m_last = again ? std::nullopt : std::optional(Taken{command, source, now});
    if (!again)
        Q_EMIT commanded(command);
}

}  // namespace psolog
