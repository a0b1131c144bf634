// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include <QBoxLayout>

#include "analysis/followup.h"
#include "core/records.h"
#include "core/validation.h"
#include "gui/checkin/checkinbasis.h"
#include "gui/checkin/whencard.h"
#include "gui/shell/page.h"

class QFrame;
class QLabel;
class QScrollArea;

namespace psolog {

class BodyMapWidget;
class Button;
class FlowLayout;
class PageHeader;
class SiteCard;

/// Entering and changing a check-in. The topic is the id of the check-in to change; without one it is a new one.
///
/// What was typed stays in the fields until it is saved or given up, whatever goes wrong. Saving writes through the
/// check-in port and can be undone. In the morning after a day with soreness or a release a new one begins with the
/// sites of that day, and Tab goes through them first. GUI thread only.
class CheckInPage : public TopicPage {
    Q_OBJECT
public:
    explicit CheckInPage(Services& services, QWidget* parent = nullptr);

    void activate() override;
    void openTopic(const QString& topic) override;
    [[nodiscard]] bool mayLeave() override;

    /// True when something was entered that is not in the log.
    [[nodiscard]] bool hasUnsavedEntries() const;

public Q_SLOTS:
    /// Scores every site 0.
    void setNothingSore();
    /// Copies the scores of the last check-in.
    void setAsLastTime();
    /// Gives back the scores that setNothingSore() or setAsLastTime() replaced.
    void takeBack();
    /// Saves; true when it is in the log. Otherwise the page says what to do and nothing is lost.
    bool save();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void buildHeader(QBoxLayout* column);
    void buildFooter(QBoxLayout* column);
    void connectParts();
    void retranslate();
    void arrange();

    void startNew();
    void startEditing(const CheckIn& checkIn);
    void readBasis();
    void readMorning();
    bool goToNextAsked();
    void onLogChanged();
    void fill(const SiteScores& scores, const WhenEntry& entry);
    void showSite();
    void showStrip();
    void showCount();
    void showReadOnly();
    void showFailure(const QString& heading, const QString& words);
    void replaceScores(const SiteScores& scores);
    void edited();

    [[nodiscard]] std::optional<CheckIn> fromEntries();
    [[nodiscard]] RecordedAt enteredMoment() const;
    [[nodiscard]] QString wordsFor(const Invalid& invalid) const;
    [[nodiscard]] QString comparisonFor(Site site) const;
    void refuse(const Invalid& invalid);
    bool store();

    PageHeader* m_header = nullptr;
    Button* m_nothing = nullptr;
    Button* m_asLast = nullptr;
    QScrollArea* m_scroll = nullptr;
    QFrame* m_readOnlyBanner = nullptr;
    QLabel* m_readOnlyLabel = nullptr;
    QWidget* m_strip = nullptr;
    QLabel* m_stripLabel = nullptr;
    FlowLayout* m_stripChips = nullptr;
    QBoxLayout* m_actions = nullptr;
    QBoxLayout* m_column = nullptr;
    QBoxLayout* m_body = nullptr;
    BodyMapWidget* m_map = nullptr;
    QSpacerItem* m_mapStrut = nullptr;
    SiteCard* m_siteCard = nullptr;
    WhenCard* m_whenCard = nullptr;
    Button* m_weekly = nullptr;
    QLabel* m_count = nullptr;
    QLabel* m_failure = nullptr;
    Button* m_takeBack = nullptr;
    Button* m_save = nullptr;
    std::vector<std::pair<Site, Button*>> m_stripButtons;

    std::optional<CheckIn> m_original;  ///< the record being changed; empty for a new one
    std::vector<CheckIn> m_recent;      ///< of the weeks before
    CheckInBasis m_basis;
    std::vector<FollowUpSite> m_morning;   ///< asked about this morning
    std::vector<FollowUpSite> m_askFirst;  ///< those, or what was sore last time
    SiteScores m_savedScores;  ///< what the entries were when they were filled
    WhenEntry m_savedEntry;
    std::optional<SiteScores> m_replaced;  ///< for takeBack()
    bool m_started = false;
    bool m_filling = false;
};

}  // namespace psolog
