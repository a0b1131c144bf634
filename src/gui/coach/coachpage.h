// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QTimer>

#include "gui/roster/coachvalues.h"
#include "gui/shell/page.h"

class QBoxLayout;
class QButtonGroup;
class QFrame;
class QLabel;
class QLineEdit;
class QMenu;
class QProgressBar;
class QStackedWidget;

namespace psolog {

class Button;
class CoachData;
class CoachExport;
class CoachNoting;
class CoachReview;
class PageHeader;
class RosterModel;
class RosterView;
class WhyPanel;

/// A coach's athletes, who needs a look first: takes files in, shows the roster, opens an athlete for a review. Needs
/// services.coach. GUI thread; the library is worked with in another one, which ends with the page.
class CoachPage : public Page {
    Q_OBJECT
public:
    explicit CoachPage(Services& services, QWidget* parent = nullptr);
    ~CoachPage() override;

    void activate() override;
    [[nodiscard]] bool mayLeave() override;

    /// Looks into files or folders and shows what taking them in would do.
    void lookInto(const QStringList& paths);

    [[nodiscard]] CoachData& data() { return *m_data; }

public Q_SLOTS:
    void addFiles();
    void watchFolder();
    void stopWatching();
    void showRefused();
    /// The chosen athlete was reviewed up to here.
    void markReviewed();
    void writeNote();
    void chooseGroup();
    void removeAthlete();
    void reviewChosen();

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class State { Loading, Empty, NoMatch, Table };

    // coachpagelayout.cpp
    void build();
    [[nodiscard]] QWidget* buildBars();
    [[nodiscard]] QWidget* buildFilters();
    [[nodiscard]] QWidget* buildTable();
    [[nodiscard]] QWidget* buildEmpty();
    [[nodiscard]] QWidget* buildMessage(QLabel*& title, QLabel*& words, Button*& action, const char* name);
    [[nodiscard]] QWidget* buildKeys();
    void buildMenus();
    void retranslate();
    void retranslateEmpty();
    void arrange();

    // coachpage.cpp
    void refresh();
    void refreshHeader();
    void refreshBars();
    void refreshFilters();
    void refreshState();
    void refreshChosen();
    void showProgress();
    void applyFilter();
    void focusRoster();
    void showPreview(const std::shared_ptr<const IntakePreview>& preview);
    void tellReport(const TakeInReport& report);
    enum class Failed { Reading, Doing };
    /// Trying again helps what failed to be read; what failed to be done is done again by whoever wants it.
    void showFailure(const Error& error, Failed what = Failed::Doing);
    void wordFailure();
    [[nodiscard]] State state() const;
    [[nodiscard]] const RosterItem* chosen() const;
    [[nodiscard]] bool isReviewing() const;

    // coachpagenews.cpp
    void connectData();

    // coachpageactions.cpp
    void setGroup(const AthleteId& id, const std::string& group);
    void askForGroup(const AthleteId& id);
    void fillGroupMenu(QMenu& menu, const RosterItem& item);
    void fillGroupFilter();
    void fillMore();
    void tell(const Result<void>& done, const QString& text);
    /// Tells the review how far the athlete is reviewed now.
    void tellMark(const AthleteId& id);

    CoachData* m_data;
    std::unique_ptr<CoachReview> m_review;
    std::unique_ptr<CoachNoting> m_noting;
    std::unique_ptr<CoachExport> m_export;
    QStackedWidget* m_parts = nullptr;  ///< roster, review
    QWidget* m_roster = nullptr;
    PageHeader* m_header = nullptr;
    Button* m_refused = nullptr;
    Button* m_add = nullptr;
    Button* m_more = nullptr;
    Button* m_first = nullptr;
    QMenu* m_moreMenu = nullptr;
    QFrame* m_progress = nullptr;
    QLabel* m_progressLabel = nullptr;
    QProgressBar* m_progressBar = nullptr;
    Button* m_cancel = nullptr;
    QFrame* m_failure = nullptr;
    QLabel* m_failureLabel = nullptr;
    Button* m_retry = nullptr;
    QFrame* m_folderBar = nullptr;
    QLabel* m_folderLabel = nullptr;
    Button* m_lookAgain = nullptr;
    Button* m_stopWatching = nullptr;
    QFrame* m_waiting = nullptr;
    QLabel* m_waitingLabel = nullptr;
    Button* m_lookAtThem = nullptr;
    QFrame* m_rest = nullptr;
    QLabel* m_restLabel = nullptr;
    Button* m_readOn = nullptr;
    QWidget* m_filters = nullptr;
    QBoxLayout* m_filterRow = nullptr;
    QButtonGroup* m_kinds = nullptr;
    Button* m_groupFilter = nullptr;
    QMenu* m_groupMenu = nullptr;
    QLineEdit* m_search = nullptr;
    QStackedWidget* m_states = nullptr;
    RosterModel* m_model = nullptr;
    RosterView* m_table = nullptr;
    QLabel* m_loadingLabel = nullptr;
    QLabel* m_emptyTitle = nullptr;
    QLabel* m_emptyWords = nullptr;
    QLabel* m_emptySteps = nullptr;
    QLabel* m_emptyPrivacy = nullptr;
    Button* m_emptyAdd = nullptr;
    Button* m_emptyWatch = nullptr;
    QLabel* m_noMatchTitle = nullptr;
    QLabel* m_noMatchWords = nullptr;
    Button* m_clear = nullptr;
    WhyPanel* m_why = nullptr;
    QWidget* m_keys = nullptr;
    std::vector<std::pair<QLabel*, const char*>> m_keyWords;   ///< their texts, to be translated
    QTimer m_patience;                                         ///< what is done in a moment needs no bar
    std::vector<std::shared_ptr<const IntakePreview>> m_kept;  ///< made while another page was up
    Failed m_failed = Failed::Reading;
    bool m_begun = false;
};

}  // namespace psolog
