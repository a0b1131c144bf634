// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/shortcuttable.h"

#include <array>
#include <string_view>

#include <QCoreApplication>

namespace psolog {

namespace {

/// One line: section, keys with a blank between them, words. Lines of one section follow each other.
struct Line {
    const char* section;
    const char* keys;
    const char* words;
};

constexpr const char* kAnywhere = QT_TRANSLATE_NOOP("Shortcuts", "Anywhere");
constexpr const char* kCheckIn = QT_TRANSLATE_NOOP("Shortcuts", "Check-in");
constexpr const char* kWeekly = QT_TRANSLATE_NOOP("Shortcuts", "Weekly check-in");
constexpr const char* kSelfTest = QT_TRANSLATE_NOOP("Shortcuts", "Self-test");
constexpr const char* kRelease = QT_TRANSLATE_NOOP("Shortcuts", "Release");
constexpr const char* kTrends = QT_TRANSLATE_NOOP("Shortcuts", "Trends");
constexpr const char* kHistory = QT_TRANSLATE_NOOP("Shortcuts", "History");
constexpr const char* kCoach = QT_TRANSLATE_NOOP("Shortcuts", "Coach");
constexpr const char* kReview = QT_TRANSLATE_NOOP("Shortcuts", "An athlete under review");

constexpr std::array kLines{
    Line{kAnywhere, "Ctrl+1 … Ctrl+8",
         QT_TRANSLATE_NOOP("Shortcuts", "Today, Self-tests, Release, Trends, History, Coach, Learn, Settings")},
    Line{kAnywhere, "C", QT_TRANSLATE_NOOP("Shortcuts", "Check in, on Today")},
    Line{kAnywhere, "R", QT_TRANSLATE_NOOP("Shortcuts", "Start the release, on Today")},
    Line{kAnywhere, "Ctrl+P", QT_TRANSLATE_NOOP("Shortcuts", "Report: save or print one page")},
    Line{kAnywhere, "Ctrl+Shift+S", QT_TRANSLATE_NOOP("Shortcuts", "Share: a copy of the log to hand over")},
    Line{kAnywhere, "Alt+F", QT_TRANSLATE_NOOP("Shortcuts", "File: report, sharing, another log, quit")},
    Line{kAnywhere, "W", QT_TRANSLATE_NOOP("Shortcuts", "Weekly check-in, on Today")},
    Line{kAnywhere, "P", QT_TRANSLATE_NOOP("Shortcuts", "Your plan, or an experiment, on Today")},
    Line{kAnywhere, "Ctrl+Z", QT_TRANSLATE_NOOP("Shortcuts", "Undo")},
    Line{kAnywhere, "Ctrl+Shift+Z", QT_TRANSLATE_NOOP("Shortcuts", "Redo")},
    Line{kAnywhere, "F1", QT_TRANSLATE_NOOP("Shortcuts", "This list")},
    Line{kAnywhere, "F11", QT_TRANSLATE_NOOP("Shortcuts", "Full screen, and back")},
    Line{kAnywhere, "Ctrl+Q", QT_TRANSLATE_NOOP("Shortcuts", "Quit")},
    Line{kCheckIn, "0 – 9", QT_TRANSLATE_NOOP("Shortcuts", "Soreness of the muscle")},
    Line{kCheckIn, "T", QT_TRANSLATE_NOOP("Shortcuts", "Ten")},
    Line{kCheckIn, "← →", QT_TRANSLATE_NOOP("Shortcuts", "One less, one more")},
    Line{kCheckIn, "Tab", QT_TRANSLATE_NOOP("Shortcuts", "Next muscle")},
    Line{kCheckIn, "Del", QT_TRANSLATE_NOOP("Shortcuts", "Not asked")},
    Line{kCheckIn, "N", QT_TRANSLATE_NOOP("Shortcuts", "Nothing sore")},
    Line{kCheckIn, "L", QT_TRANSLATE_NOOP("Shortcuts", "As last time")},
    Line{kCheckIn, "Ctrl+Return", QT_TRANSLATE_NOOP("Shortcuts", "Save")},
    Line{kWeekly, "1 – 4", QT_TRANSLATE_NOOP("Shortcuts", "Answer, and go on to the next question")},
    Line{kWeekly, "N", QT_TRANSLATE_NOOP("Shortcuts", "Nothing limited me: answer and save")},
    Line{kWeekly, "Ctrl+Return", QT_TRANSLATE_NOOP("Shortcuts", "Save")},
    Line{kSelfTest, "Space", QT_TRANSLATE_NOOP("Shortcuts", "Start; take the rating read out; go on")},
    Line{kSelfTest, "0 – 4", QT_TRANSLATE_NOOP("Shortcuts", "Rate: none, flicker, soft, firm, hard")},
    Line{kSelfTest, "G H B E", QT_TRANSLATE_NOOP("Shortcuts", "Worked hardest: glute, hamstring, lower back, even")},
    Line{kSelfTest, "P", QT_TRANSLATE_NOOP("Shortcuts", "Pause, or go on")},
    Line{kSelfTest, "Backspace", QT_TRANSLATE_NOOP("Shortcuts", "Rate the last one again")},
    Line{kSelfTest, "V", QT_TRANSLATE_NOOP("Shortcuts", "Voice: full, brief, tones only, silent")},
    Line{kSelfTest, "Esc", QT_TRANSLATE_NOOP("Shortcuts", "Stop, and keep what was rated")},
    Line{kRelease, "Space", QT_TRANSLATE_NOOP("Shortcuts", "Start; found a point; it released; go on")},
    Line{kRelease, "P", QT_TRANSLATE_NOOP("Shortcuts", "Pause, or go on")},
    Line{kRelease, "←", QT_TRANSLATE_NOOP("Shortcuts", "One step back")},
    Line{kRelease, "→", QT_TRANSLATE_NOOP("Shortcuts", "Skip this step")},
    Line{kRelease, "V", QT_TRANSLATE_NOOP("Shortcuts", "Voice: full, brief, tones only, silent")},
    Line{kRelease, "F", QT_TRANSLATE_NOOP("Shortcuts", "Full screen, and back")},
    Line{kRelease, "Esc", QT_TRANSLATE_NOOP("Shortcuts", "Stop at once")},
    Line{kTrends, "1 – 5", QT_TRANSLATE_NOOP("Shortcuts", "Two weeks, month, three months, year, all")},
    Line{kTrends, "+ −", QT_TRANSLATE_NOOP("Shortcuts", "Closer, wider")},
    Line{kTrends, "← →", QT_TRANSLATE_NOOP("Shortcuts", "Earlier, later")},
    Line{kTrends, "0", QT_TRANSLATE_NOOP("Shortcuts", "Show the whole range again")},
    Line{kTrends, "Shift+← Shift+→", QT_TRANSLATE_NOOP("Shortcuts", "Value at the previous, next day")},
    Line{kTrends, "T", QT_TRANSLATE_NOOP("Shortcuts", "Chart or table")},
    Line{kTrends, "A S Y D W",
         QT_TRANSLATE_NOOP("Shortcuts", "All twelve sites, self-tests, calendar, how long relief lasts, weekly")},
    Line{kTrends, "PgUp PgDn", QT_TRANSLATE_NOOP("Shortcuts", "Earlier, later year in the calendar")},
    Line{kTrends, "B", QT_TRANSLATE_NOOP("Shortcuts", "The line through the days, with its band")},
    Line{kTrends, "H", QT_TRANSLATE_NOOP("Shortcuts", "How the verdict came about")},
    Line{kHistory, "/", QT_TRANSLATE_NOOP("Shortcuts", "Search")},
    Line{kHistory, "Enter", QT_TRANSLATE_NOOP("Shortcuts", "Open, or edit")},
    Line{kHistory, "Del", QT_TRANSLATE_NOOP("Shortcuts", "Delete; undo brings it back")},
    Line{kCoach, "Enter", QT_TRANSLATE_NOOP("Shortcuts", "Review the athlete")},
    Line{kCoach, "M", QT_TRANSLATE_NOOP("Shortcuts", "Reviewed up to here")},
    Line{kCoach, "N", QT_TRANSLATE_NOOP("Shortcuts", "Note on the athlete")},
    Line{kCoach, "G", QT_TRANSLATE_NOOP("Shortcuts", "Group of the athlete")},
    Line{kCoach, "/", QT_TRANSLATE_NOOP("Shortcuts", "Search")},
    Line{kCoach, "Ctrl+F", QT_TRANSLATE_NOOP("Shortcuts", "Search")},
    Line{kCoach, "Del", QT_TRANSLATE_NOOP("Shortcuts", "Take off the list; undo brings back")},
    Line{kReview, "[ ]", QT_TRANSLATE_NOOP("Shortcuts", "Previous, next athlete")},
    Line{kReview, "Alt+← Alt+→", QT_TRANSLATE_NOOP("Shortcuts", "Previous, next athlete")},
    Line{kReview, "Alt+1 … Alt+5", QT_TRANSLATE_NOOP("Shortcuts", "Trends, History, Report, Notes, Side by side")},
    Line{kReview, "M", QT_TRANSLATE_NOOP("Shortcuts", "Reviewed up to here")},
    Line{kReview, "N", QT_TRANSLATE_NOOP("Shortcuts", "Note on the athlete, or on the days in view")},
    Line{kReview, "F", QT_TRANSLATE_NOOP("Shortcuts", "Rules of what stands out")},
    Line{kReview, "Ctrl+P", QT_TRANSLATE_NOOP("Shortcuts", "Report on the athlete")},
    Line{kReview, "Esc", QT_TRANSLATE_NOOP("Shortcuts", "Back to the athletes")},
};

QString translated(const char* text)
{
    return QCoreApplication::translate("Shortcuts", text);
}

}  // namespace

std::vector<ShortcutSection> shortcutTable()
{
    std::vector<ShortcutSection> sections;
    const char* current = nullptr;
    for (const Line& line : kLines) {
        if (current == nullptr || std::string_view(current) != line.section) {
            current = line.section;
            sections.push_back({translated(line.section), {}});
        }
        sections.back().rows.push_back({QString::fromUtf8(line.keys).split(u' '), translated(line.words)});
    }
    return sections;
}

}  // namespace psolog
