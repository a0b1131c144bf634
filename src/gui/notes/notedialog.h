// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include <QDialog>

#include "core/coachnote.h"
#include "core/result.h"

namespace Ui {
class NoteDialog;
}

namespace psolog {

struct Services;

/// What a note dialog begins with.
struct NoteRequest {
    QString athlete;                  ///< name, for the title; may be empty
    std::string author;               ///< the coach; empty: the dialog asks for the name
    std::optional<NoteDays> days;     ///< proposed: the day or the range in view; nothing: the athlete as a whole
    std::optional<Muscle> muscle;     ///< of the chart in view
    std::optional<CoachNote> change;  ///< a note to change; `days` and `muscle` are then its own
};

/// Writes or changes a note about an athlete, a day, or a range of days. It knows no storage: saveRequested() brings
/// the note, and whoever stores it calls accept(), or showFailure(), after which everything typed is still there.
///
/// Thread: GUI. Clock and ids of the services are borrowed.
class NoteDialog : public QDialog {
    Q_OBJECT
public:
    NoteDialog(Services& services, const NoteRequest& request, QWidget* parent = nullptr);
    ~NoteDialog() override;

    /// Says that the note was not stored, and why. The dialog stays.
    void showFailure(const Error& error);

Q_SIGNALS:
    /// A valid note to store. Its author is the name to keep when NoteRequest::author was empty.
    void saveRequested(const psolog::CoachNote& note);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void fillScopes();
    void showScope();
    void retranslate();
    void save();
    [[nodiscard]] CoachNote note() const;
    void showError(QWidget& field, const QString& text);

    Services& m_services;
    NoteRequest m_request;
    std::unique_ptr<::Ui::NoteDialog> m_ui;
    CoachNoteId m_id;
};

}  // namespace psolog
