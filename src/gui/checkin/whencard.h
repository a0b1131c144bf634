// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <set>

#include <QDateTime>
#include <QFrame>

#include "core/records.h"
#include "core/validation.h"

class QButtonGroup;
class QLabel;

namespace Ui {
class WhenCard;
}

namespace psolog {

class Button;
class ScoreScale;
class Theme;

/// What the card holds, as the user left it. Texts stay texts, so that a slip can be corrected.
struct WhenEntry {
    Context context = Context::Other;
    QDateTime moment;  ///< wall-clock date and time without a zone (kept in Qt as UTC)
    QString distance;
    QString minutes;
    std::optional<Score> effort;
    std::set<RunFeature> features;
    QString note;

    friend bool operator==(const WhenEntry&, const WhenEntry&) = default;
};

/// The card for what is around the scores: when, after what, the run, the note. It keeps what was typed and shows
/// messages beside the fields; it does not judge. GUI thread only.
class WhenCard : public QFrame {
    Q_OBJECT
public:
    explicit WhenCard(Theme& theme, QWidget* parent = nullptr);
    ~WhenCard() override;

    void setEntry(const WhenEntry& entry);
    [[nodiscard]] WhenEntry entry() const;

    /// Run fields are shown after a run, while they hold something, and always when this is set (the record has a run
    /// already).
    void setHasRun(bool hasRun);
    [[nodiscard]] bool runShown() const;

    /// Puts a message beside a field and the focus into it. Fields the card does not have are ignored: false.
    bool showError(Field field, const QString& message);
    void clearErrors();
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void buildChips();
    void showRunFields();
    [[nodiscard]] bool holdsRun() const;
    void clearError(QWidget* field, QLabel* message);
    [[nodiscard]] Context context() const;

    std::unique_ptr<Ui::WhenCard> m_ui;
    QButtonGroup* m_contexts;
    QButtonGroup* m_features;
    Button* m_noteChip;
    ScoreScale* m_effort;
    bool m_hasRun = false;
};

}  // namespace psolog
