// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QHash>
#include <QLocale>
#include <QString>
#include <QStringList>

#include "core/result.h"

namespace psolog {

/// A figure in a chapter: a pose with its caption, or the sketch of how soreness comes and goes.
struct LearnFigure {
    enum class Kind { Pose, Timeline };
    Kind kind = Kind::Pose;
    QString name;       ///< pose name, or the timeline's
    QString highlight;  ///< stored name of a muscle to show instead of the pose's own; may be empty
    QString caption;
};

/// One piece of a chapter. Text is inline markup, see LearnText::toHtml.
struct LearnBlock {
    enum class Kind {
        Heading,    ///< text, and an anchor when other places link here
        Paragraph,  ///< text
        Bullets,    ///< items
        Steps,      ///< numbered items
        Claim,      ///< text: something said, not proven
        Warning,    ///< text
        Stop,       ///< text: red
        Figures,    ///< one to three figures
        Source,     ///< text, anchor is the source's id, link its address or empty
    };
    Kind kind = Kind::Paragraph;
    QString text;
    QString anchor;
    QString link;
    QStringList items;
    std::vector<LearnFigure> figures;
};

/// One chapter of Learn.
struct LearnChapter {
    QString topic;
    QString title;
    QString lead;  ///< the first paragraph
    std::vector<LearnBlock> blocks;
    QStringList cited;  ///< ids of the sources, each once, in order of appearance
};

/// Parses a chapter. The text is Markdown with a fixed use of it: `# title`, a lead paragraph, `## heading {#anchor}`,
/// `- item`, `1. item`, `> [!CLAIM] text` (or WARNING, STOP), figures `![caption](pose:name#muscle)` or
/// `(timeline:name)` on lines of their own (adjacent ones stand side by side), citations `[S20, S53]`, links
/// `[words](topic:name)`, **bold**, *italic*; and in the list of sources `- [S20] text | address`. One line is one
/// paragraph or item.
/// Errors: SyntaxError naming the line.
[[nodiscard]] Result<LearnChapter> parseChapter(const QString& topic, const QString& markdown);

/// All chapters in one language. A value; read once.
class LearnText {
public:
    /// Reads the chapters compiled into the program, in the language of the locale, or in English.
    /// Errors: NotFound or SyntaxError naming the chapter.
    [[nodiscard]] static Result<LearnText> load(const QLocale& locale);

    [[nodiscard]] const std::vector<LearnChapter>& chapters() const { return m_chapters; }

    /// Where a topic is: the chapter's index, and the anchor in it (empty: its top).
    struct Place {
        int chapter = 0;
        QString anchor;
    };
    [[nodiscard]] std::optional<Place> find(const QString& topic) const;

    /// The number a source is shown with, from 1 in the order of the list; 0 when there is none.
    [[nodiscard]] int sourceNumber(const QString& id) const { return m_numbers.value(id, 0); }
    /// The text of a source; empty when there is none.
    [[nodiscard]] QString sourceText(const QString& id) const;

    /// Inline markup as rich text: everything escaped, citations as small numbers and links in the given colours.
    [[nodiscard]] QString toHtml(const QString& inlineText, const QString& citationColor,
                                 const QString& linkColor) const;

private:
    std::vector<LearnChapter> m_chapters;
    QHash<QString, int> m_numbers;
};

}  // namespace psolog
