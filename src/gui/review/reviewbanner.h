// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "gui/review/reviewedathlete.h"

class QLabel;

namespace psolog {

class Button;
class ElidedLabel;
class FlowLayout;
class Theme;

/// Whose log is on the screen: the name, that it can only be read, how far it goes and when it came, what stands out,
/// and what to do next. GUI thread; the theme is borrowed.
class ReviewBanner : public QFrame {
    Q_OBJECT
public:
    explicit ReviewBanner(const Theme& theme, QWidget* parent = nullptr);

    /// `span` is that of the log; nothing for an empty one.
    void present(const ReviewedAthlete& athlete, const std::optional<LogSpan>& span, LocalDay today);
    void setNeighbours(bool hasPrevious, bool hasNext, const QString& place);
    /// The exact rules of what stands out, below it.
    void setRulesShown(bool shown);
    [[nodiscard]] bool areRulesShown() const { return m_rulesShown; }
    /// Leaves out what can wait, where there is little height; it then stands with the rules.
    void setTight(bool tight);
    void retranslate();

Q_SIGNALS:
    void backRequested();
    void previousRequested();
    void nextRequested();
    void reviewedRequested();
    void noteRequested();

private:
    void build();
    Button* makeButton(const char* name, const char* variant, QWidget* parent);
    void clearFlags();
    void addFlag(const Flag& flag, bool seen);
    void refreshVisibility();

    const Theme& m_theme;
    Button* m_back = nullptr;
    ElidedLabel* m_name = nullptr;
    QLabel* m_readOnly = nullptr;
    QLabel* m_place = nullptr;
    Button* m_previous = nullptr;
    Button* m_next = nullptr;
    Button* m_reviewed = nullptr;
    Button* m_note = nullptr;
    QLabel* m_facts = nullptr;
    QWidget* m_flagBox = nullptr;
    FlowLayout* m_flags = nullptr;
    Button* m_rulesButton = nullptr;
    QLabel* m_rules = nullptr;
    bool m_rulesShown = false;
    bool m_hasRules = false;
    bool m_tight = false;
};

}  // namespace psolog
