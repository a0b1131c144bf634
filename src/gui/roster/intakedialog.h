// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QDialog>

#include "gui/roster/coachvalues.h"

class QLabel;
class QTableView;

namespace psolog {

class Button;
class IntakeModel;
struct Services;

/// Shows what taking files in would do, before anything is stored: for each file the athlete, what it is to the copy at
/// hand, and what is in it; or why it was refused. GUI thread; borrows the services.
class IntakeDialog : public QDialog {
    Q_OBJECT
public:
    enum class Purpose {
        TakeIn,   ///< the coach chooses
        Refused,  ///< refused files alone, to be read
    };

    IntakeDialog(Services& services, std::shared_ptr<const IntakePreview> preview, Purpose purpose,
                 QWidget* parent = nullptr);

Q_SIGNALS:
    /// The coach wants these; never none.
    void chosen(const std::vector<psolog::ProposedFile>& files);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void refresh();
    void fitRows();
    [[nodiscard]] QString heading() const;
    [[nodiscard]] QString explanation() const;

    Services& m_services;
    std::shared_ptr<const IntakePreview> m_preview;
    Purpose m_purpose;
    IntakeModel* m_model;
    QLabel* m_title = nullptr;
    QLabel* m_words = nullptr;
    QTableView* m_table = nullptr;
    Button* m_take = nullptr;
    Button* m_close = nullptr;
};

}  // namespace psolog
