// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>

#include <QDialog>

#include "core/records.h"
#include "core/validation.h"

namespace Ui {
class RecordDialog;
}

namespace psolog {

class ScoreScale;
class Theme;

/// What the dialog lets a person change of a self-test (the note) or a release session (note and tightness after).
struct RecordEdit {
    std::string note;
    Tightness after;

    friend bool operator==(const RecordEdit&, const RecordEdit&) = default;
};

/// Changes the note of a record and, for a release session, the tightness afterwards. It stays open, with everything
/// in it, until its store function accepts. GUI thread only.
class RecordDialog : public QDialog {
    Q_OBJECT
public:
    /// Stores the edit: nothing, or what is wrong and where.
    using Store = std::function<tl::expected<void, Invalid>(const RecordEdit&)>;

    RecordDialog(Theme& theme, const RecordEdit& edit, bool withTightness, Store store, QWidget* parent);
    ~RecordDialog() override;

    void accept() override;

private:
    std::unique_ptr<::Ui::RecordDialog> m_ui;
    ScoreScale* m_left;
    ScoreScale* m_right;
    Store m_store;
};

}  // namespace psolog
