// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/textlabel.h"

#include <iterator>

#include <QEvent>

namespace psolog {

TextLabel::TextLabel(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
}

int TextLabel::heightForWidth(int width) const
{
    if (m_measured != text() || m_wrapped != wordWrap()) {
        m_measured = text();
        m_wrapped = wordWrap();
        m_heights.clear();
    }
    const auto wider = m_heights.lower_bound(width);
    if (wider != m_heights.end()) {
        if (wider->first == width)
            return wider->second;
        // A text is never lower in less width: between two widths of one height there is no other height.
        if (wider != m_heights.begin() && std::prev(wider)->second == wider->second)
            return wider->second;
    }
    return m_heights[width] = QLabel::heightForWidth(width);
}

bool TextLabel::event(QEvent* event)
{
    const bool handled = QLabel::event(event);
    const QEvent::Type type = event->type();
    if (type == QEvent::Polish || type == QEvent::FontChange || type == QEvent::StyleChange
        || type == QEvent::ContentsRectChange || type == QEvent::LayoutDirectionChange)
        m_heights.clear();
    return handled;
}

}  // namespace psolog
