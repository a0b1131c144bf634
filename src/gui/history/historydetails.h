// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/records.h"

class QLabel;
class QVBoxLayout;

namespace psolog {

class BodyMapWidget;
class Theme;

/// Everything about one record: a check-in with its body map, run and note; a self-test with its readings; a release
/// session with its points and events. GUI thread only; the theme is borrowed.
class HistoryDetails : public QWidget {
    Q_OBJECT
public:
    explicit HistoryDetails(const Theme& theme, QWidget* parent = nullptr);

    void present(const CheckIn& checkIn, LocalDay today);
    void present(const SelfTest& test, LocalDay today);
    void present(const ReleaseSession& session, LocalDay today);
    /// Shows a hint instead of a record.
    void showHint(const QString& words);

private:
    void begin(const QString& title, const RecordedAt& recorded, LocalDay today);
    void addSection(const QString& heading, const QStringList& lines, const char* name);
    void addNote(const std::string& note);

    const Theme& m_theme;
    QVBoxLayout* m_column;
    QLabel* m_title;
    QLabel* m_when;
    BodyMapWidget* m_map;
    QWidget* m_sections = nullptr;
    QVBoxLayout* m_sectionColumn = nullptr;
};

}  // namespace psolog
