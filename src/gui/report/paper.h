// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <functional>
#include <vector>

#include <QFont>
#include <QLocale>
#include <QPageSize>
#include <QRectF>
#include <QStringList>

#include "core/nametable.h"
#include "gui/theme/palettes.h"

class QPainter;

namespace psolog {

class Theme;

/// What a report is printed on.
enum class Paper { A4, Letter };

template <>
struct NameTable<Paper> {
    static constexpr std::array rows{
        Named{Paper::A4, std::string_view("a4")},
        Named{Paper::Letter, std::string_view("letter")},
    };
};

/// The paper that is usual where this locale is.
[[nodiscard]] Paper usualPaper(const QLocale& locale);
[[nodiscard]] QPageSize pageSizeOf(Paper paper);
/// Width and height in px of 1/96 inch.
[[nodiscard]] QSizeF sizeOf(Paper paper);

/// How a text is set on paper.
struct PaperText {
    double size = 11;  ///< px of 1/96 inch
    QFont::Weight weight = QFont::Normal;
    Role role = Role::Text;
    int lines = 1;  ///< the most; what does not fit ends in "…"
    Qt::Alignment align = Qt::AlignLeft;
};

/// A page as a list of what is to be painted, in px of 1/96 inch. Text is broken into lines when it is placed, with
/// metrics that do not depend on the device, so that screen, PDF and printer show the same page. GUI thread. The theme
/// is borrowed and must outlive it.
class PaperLayout {
public:
    explicit PaperLayout(const Theme& theme) : m_theme(theme) { }

    /// Places a text, wrapped to the width, and returns its height; 0 for an empty one.
    double text(QPointF topLeft, double width, const PaperText& look, const QString& text);
    /// Width of one line of it.
    [[nodiscard]] double widthOf(const PaperText& look, const QString& text) const;
    /// A rounded frame around something; filled with a role when one is given.
    void frame(const QRectF& rect, double radius);
    void fill(const QRectF& rect, double radius, Role role);
    void line(QPointF from, QPointF to, Role role, double width);
    /// Anything else; `words` are what it says, for those who cannot see it.
    void item(std::function<void(QPainter&)> paint, const QStringList& words = {});

    [[nodiscard]] const Theme& theme() const { return m_theme; }
    /// All texts in the order they were placed.
    [[nodiscard]] const QStringList& words() const { return m_words; }

    void paint(QPainter& painter) const;

private:
    [[nodiscard]] QFont fontOf(const PaperText& look) const;

    const Theme& m_theme;
    std::vector<std::function<void(QPainter&)>> m_items;
    QStringList m_words;
};

}  // namespace psolog
