// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/notes/noteedits.h"

#include <algorithm>
#include <iterator>

namespace psolog {

namespace {

/// Now, or just after `before` when the clock stands behind it: of two versions the later one counts.
Instant after(const Instant& before, Instant now)
{
    now.utc = std::max(now.utc, before.utc + Milliseconds(1));
    return now;
}

}  // namespace

CoachNote withdrawn(const CoachNote& note, const Instant& now)
{
    CoachNote gone = note;
    gone.text.clear();
    gone.withdrawn = true;
    gone.written = after(note.written, now);
    return gone;
}

CoachNote broughtBack(const CoachNote& note, const CoachNote& stored, const Instant& now)
{
    CoachNote back = note;
    back.written = after(stored.written, now);
    return back;
}

std::string noteText(const QString& typed)
{
    QString text;
    for (const QChar c : typed)
        if (c == QLatin1Char('\n') || c == QLatin1Char('\t') || c.category() != QChar::Other_Control)
            text += c;
    return text.trimmed().toStdString();
}

std::vector<CoachNote> standing(const std::vector<CoachNote>& notes)
{
    std::vector<CoachNote> shown;
    std::copy_if(notes.begin(), notes.end(), std::back_inserter(shown),
                 [](const CoachNote& note) { return !note.withdrawn; });
    return shown;
}

}  // namespace psolog
