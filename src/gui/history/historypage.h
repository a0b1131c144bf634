// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QBoxLayout>

#include "gui/checkin/logcommand.h"
#include "gui/history/historyrows.h"
#include "gui/shell/page.h"

class QButtonGroup;
class QFrame;
class QLabel;
class QLineEdit;
class QListView;
class QStackedWidget;

namespace psolog {

class Button;
class HistoryDetails;
class HistoryModel;
class PageHeader;

/// Everything in the log by day, to look at, change and delete. The topic is the id of a record to show. Changes and
/// deletions can be undone. GUI thread only.
class HistoryPage : public TopicPage {
    Q_OBJECT
public:
    explicit HistoryPage(Services& services, QWidget* parent = nullptr);

    void activate() override;
    void openTopic(const QString& topic) override;

    /// Shows somebody else's log: nothing in it can be changed, and nothing leads to the pages of one's own.
    void setReview();
    /// The day of the chosen entry.
    [[nodiscard]] std::optional<LocalDay> currentDay() const;

public Q_SLOTS:
    /// Chooses the newest entry: of another log nothing is left to return to.
    void showNewest();
    /// Opens the chosen record for changing.
    void editCurrent();
    /// Deletes the chosen record; a run is taken off its check-in.
    void deleteCurrent();
    void clearFilters();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    QWidget* buildFilters();
    QWidget* buildList();
    QWidget* buildDetails();
    QWidget* buildEmpty(QLabel*& title, QLabel*& words, Button*& action, const char* actionName);
    void connectParts();
    void retranslate();
    void arrange();

    void reload();
    void applyFilter();
    void select(const std::string& id, std::optional<HistoryKind> kind);
    void showCurrent();
    void presentPlan(const HistoryRow& row);
    void presentNote(const HistoryRow& row);
    void presentRelease(const ReleaseSessionId& id);
    void showStates();
    void showFailure(const Error& error);
    void editNote(const HistoryRow& row);
    void perform(const QString& what, LogCommand::Write change, LogCommand::Write takeBack);
    void deleteRun(const HistoryRow& row);
    void deleteRelease(const HistoryRow& row);
    /// The session of a row when History may change it; else a message is shown.
    [[nodiscard]] std::optional<ReleaseSession> freeSession(const HistoryRow& row);
    [[nodiscard]] const HistoryRow* currentRow() const;

    PageHeader* m_header = nullptr;
    QWidget* m_filters = nullptr;
    QButtonGroup* m_kinds = nullptr;
    QLineEdit* m_search = nullptr;
    QLabel* m_failure = nullptr;
    QLabel* m_readOnly = nullptr;
    QStackedWidget* m_states = nullptr;
    QBoxLayout* m_body = nullptr;
    QListView* m_list = nullptr;
    QFrame* m_detailsCard = nullptr;
    HistoryDetails* m_details = nullptr;
    Button* m_edit = nullptr;
    Button* m_delete = nullptr;
    QLabel* m_emptyTitle = nullptr;
    QLabel* m_emptyWords = nullptr;
    Button* m_emptyAction = nullptr;
    QLabel* m_noMatchTitle = nullptr;
    QLabel* m_noMatchWords = nullptr;
    Button* m_noMatchAction = nullptr;
    HistoryModel* m_model = nullptr;
    bool m_reloading = false;
    bool m_ofOther = false;  ///< see setReview()
};

}  // namespace psolog
