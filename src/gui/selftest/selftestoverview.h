// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/records.h"

class QLabel;
class QVBoxLayout;

namespace psolog {

class Button;
class PageHeader;
struct Services;

/// The two tests to choose from, each with its picture and its last results.
class SelfTestOverview : public QWidget {
    Q_OBJECT
public:
    explicit SelfTestOverview(Services& services, QWidget* parent = nullptr);

    /// Reads the last results.
    void refresh();
    void retranslate();
    void focusFirst();

Q_SIGNALS:
    void startRequested(psolog::SelfTestKind kind);
    void learnRequested(psolog::SelfTestKind kind);

private:
    struct Card {
        QLabel* title = nullptr;
        QLabel* text = nullptr;
        QLabel* last = nullptr;
        QLabel* results = nullptr;
        Button* start = nullptr;
        Button* learn = nullptr;
    };

    [[nodiscard]] QWidget* buildCard(Card& card, SelfTestKind kind);
    void refresh(Card& card, SelfTestKind kind);

    Services& m_services;
    PageHeader* m_header;
    Card m_glute;
    Card m_tilt;
    QLabel* m_note;
};

}  // namespace psolog
