// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "gui/learn/learntext.h"
#include "gui/shell/page.h"

class QComboBox;
class QLabel;
class QListWidget;

namespace psolog {

class ChapterView;
class PageHeader;

/// The ideas Psolog puts to the test, how sure they are, and how to stay safe: chapters at the left, the text beside
/// them. Where the window is narrow the list becomes a box above the text. Topics: see topics.h.
/// Reads nothing from the log. Thread: GUI.
class LearnPage : public TopicPage {
    Q_OBJECT
public:
    explicit LearnPage(Services& services, QWidget* parent = nullptr);

    void activate() override;
    /// Shows the chapter or place of that name; an unknown or empty name leaves the page as it is.
    void openTopic(const QString& topic) override;
    /// Topic of the chapter shown.
    [[nodiscard]] QString chapterTopic() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void showPlace(const LearnText::Place& place);
    void selectChapter(int index);
    void fillList();
    void arrange();
    void retranslate();

    LearnText m_text;
    PageHeader* m_header = nullptr;
    QListWidget* m_list = nullptr;
    QLabel* m_comboLabel = nullptr;
    QComboBox* m_combo = nullptr;
    ChapterView* m_view = nullptr;
};

}  // namespace psolog
