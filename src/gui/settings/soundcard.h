// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include <QFrame>

#include "core/ports/isettings.h"

class QButtonGroup;
class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QRadioButton;
class QSlider;

namespace psolog {

struct Services;

/// What is heard in a guided flow: how much, which voice, how fast and how loud; with a test, and whether voice and
/// tones can be heard at all, in words that follow the guide.
///
/// Thread: GUI. Ownership: the services are borrowed. Errors: none of its own; the page stores what it holds.
class SoundCard : public QFrame {
    Q_OBJECT
public:
    explicit SoundCard(Services& services, QWidget* parent = nullptr);

    void showSettings(const Settings& settings);
    /// Writes what the controls say.
    void fill(Settings& settings) const;
    /// What takes the focus, in the order of Tab.
    [[nodiscard]] std::vector<QWidget*> focusOrder() const;
    void retranslate();

Q_SIGNALS:
    /// The user changed something that is to be stored.
    void changed();

private:
    struct LevelRow {
        QRadioButton* button;
        QLabel* hint;
    };
    /// A slider under its name, with its value in words beside it.
    struct SliderRow {
        QLabel* name;
        QLabel* value;
        QSlider* slider;
    };

    void build();
    void addSlider(QGridLayout* grid, SliderRow& row, const char* objectName, int first, int last);
    void sliderMoved(const SliderRow& row);
    void showValues();
    void showVoices(const QString& wanted);
    void showState();

    Services& m_services;
    QLabel* m_title;
    QLabel* m_levelLabel;
    QButtonGroup* m_levels;
    std::map<SoundLevel, LevelRow> m_rows;
    QLabel* m_voiceLabel;
    QComboBox* m_voice;
    SliderRow m_rate{};
    SliderRow m_voiceVolume{};
    SliderRow m_toneVolume{};
    QPushButton* m_test;
    QLabel* m_voiceState;
    QLabel* m_toneState;
    QLabel* m_advice;
};

}  // namespace psolog
