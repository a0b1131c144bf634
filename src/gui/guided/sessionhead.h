// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/ports/isettings.h"

class QLabel;

namespace psolog {

class SessionButton;
class Theme;
struct Services;

/// The head of a guided flow's screen: what runs, an advice, and how much is heard. The sound button goes from full to
/// brief, tones and silence and stores the choice; below it stands why something asked for cannot be heard. Nothing on
/// it is smaller than 24 px.
///
/// Thread: GUI. Ownership: theme and services are borrowed and must outlive the widget. Errors: a choice that cannot be
/// stored is said below the button.
class SessionHead : public QWidget {
    Q_OBJECT
public:
    SessionHead(Theme& theme, Services& services, QWidget* parent = nullptr);

    void setName(const QString& name);
    void setAdvice(const QString& advice);
    /// The next sound level.
    void changeSound();

    [[nodiscard]] static QString of(SoundLevel level);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showSound();
    void applyFonts();

    Theme& m_theme;
    Services& m_services;
    QLabel* m_name;
    QLabel* m_advice;
    SessionButton* m_sound;
    QLabel* m_note;
    bool m_notStored = false;
};

}  // namespace psolog
