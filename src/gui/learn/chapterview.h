// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QHash>
#include <QScrollArea>

#include "core/pose.h"
#include "gui/learn/learntext.h"

class QBoxLayout;
class QFrame;
class QVBoxLayout;

namespace psolog {

class Theme;

/// Shows one chapter: headings, text in a column that stays readable, boxes, figures beside the text or in a row, the
/// numbers of its sources at the end, and the way to the next chapter.
///
/// A pose the library does not have is left out. Keyboard: the view scrolls with Up, Down, Page Up and Page Down, and
/// Tab goes through its links. Thread: GUI. Ownership: theme, poses and text are borrowed and must outlive it.
class ChapterView : public QScrollArea {
    Q_OBJECT
public:
    ChapterView(const Theme& theme, const PoseLibrary& poses, const LearnText& text, QWidget* parent = nullptr);

    /// Shows the chapter of that index, from its top.
    void showChapter(int index);
    [[nodiscard]] int chapter() const { return m_chapter; }
    /// Scrolls to a heading of this chapter, or to a source, which is then marked.
    void showAnchor(const QString& anchor);
    /// Builds the same chapter again at the same place, after a change of theme.
    void rebuild();

Q_SIGNALS:
    /// A link to another chapter or place was followed.
    void topicActivated(const QString& topic);
    /// The number of a source was pressed.
    void sourceActivated(const QString& id);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void build();
    void addBlock(QVBoxLayout* column, const LearnBlock& block);
    void addList(QVBoxLayout* column, const LearnBlock& block);
    void addBox(QVBoxLayout* column, const LearnBlock& block);
    void addFigures(QVBoxLayout* column, const LearnBlock& block);
    void addBeside(QVBoxLayout* column, const LearnBlock& figures, const std::vector<const LearnBlock*>& texts);
    void addSource(QVBoxLayout* column, const LearnBlock& block);
    void addFoot(QVBoxLayout* column, const LearnChapter& chapter);
    /// A picture with its caption; null when there is no such pose.
    [[nodiscard]] QWidget* makeFigure(const LearnFigure& figure, double height, bool trunkOnly);
    [[nodiscard]] QWidget* makePose(const LearnFigure& figure, double height, bool trunkOnly);
    /// A single upright figure stands beside the text, a lying one takes the whole width.
    [[nodiscard]] bool standsBeside(const LearnBlock& block) const;
    [[nodiscard]] QString html(const QString& inlineText) const;
    [[nodiscard]] QWidget* makeText(const QString& inlineText);
    /// Rows of figures become columns where the window is narrow.
    void arrangeRows();

    const Theme& m_theme;
    const PoseLibrary& m_poses;
    const LearnText& m_text;
    int m_chapter = 0;
    QHash<QString, QWidget*> m_anchors;
    struct Row {
        QBoxLayout* layout;
        int wantedWidth;  ///< stands side by side from this width on
    };
    std::vector<Row> m_rows;
};

}  // namespace psolog
