// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include "analysis/beforeafter.h"
#include "core/coachnote.h"
#include "core/experiment.h"
#include "core/records.h"
#include "core/weekly.h"

class QLabel;
class QVBoxLayout;

namespace psolog {

class BodyMapWidget;
class Theme;

/// Everything about one record: a check-in with its body map, run and note; a self-test with its readings; a release
/// session with its points and events; a weekly check-in with its answers; an experiment with its draw, as far as that
/// may be told. GUI thread only; the theme is borrowed.
class HistoryDetails : public QWidget {
    Q_OBJECT
public:
    explicit HistoryDetails(const Theme& theme, QWidget* parent = nullptr);

    void present(const CheckIn& checkIn, LocalDay today);
    void present(const SelfTest& test, LocalDay today);
    /// `tests` are the glute tests around the session.
    void present(const ReleaseSession& session, const BeforeAfter& tests, LocalDay today);
    void present(const WeeklyCheckIn& checkIn, LocalDay today);
    /// `recorded` is the moment of the line: when it was planned, or ended.
    void present(const Experiment& plan, const RecordedAt& recorded, LocalDay today);
    void present(const CoachNote& note, LocalDay today);
    /// Shows a hint instead of a record.
    void showHint(const QString& words);

private:
    void begin(const QString& title, const RecordedAt& recorded, LocalDay today);
    /// A heading with text under it. Made once: a label made later would miss the window's font and colours.
    struct Section {
        QLabel* heading;
        QLabel* text;
    };
    [[nodiscard]] Section makeSection(const char* name);
    void fill(const Section& section, const QString& heading, const QStringList& lines);
    void clear();
    void addNote(const std::string& note);

    const Theme& m_theme;
    QVBoxLayout* m_column;
    QLabel* m_title;
    QLabel* m_when;
    BodyMapWidget* m_map;
    Section m_result;
    Section m_run;
    Section m_tightness;
    Section m_glutes;
    Section m_readings;
    Section m_how;
    Section m_note;
    Section m_points;
    Section m_timeline;
};

}  // namespace psolog
