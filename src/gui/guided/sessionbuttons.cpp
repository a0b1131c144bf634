// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/guided/sessionbuttons.h"

#include <algorithm>
#include <utility>

#include <QEvent>
#include <QMouseEvent>

#include "gui/guided/sessionbutton.h"
#include "gui/theme/theme.h"

namespace psolog {

namespace {
constexpr int kGap = 14;
constexpr double kLowRow = 0.78;  ///< height of a button where two rows are needed, of its own height
}  // namespace

SessionButtons::SessionButtons(Theme& theme, QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        arrange();
    });
}

void SessionButtons::setButtons(Row buttons)
{
    m_buttons = std::move(buttons);
}

SessionButtons::Row SessionButtons::shown() const
{
    Row row;
    for (SessionButton* button : m_buttons)
        if (!button->isHidden())
            row.push_back(button);
    return row;
}

std::vector<SessionButtons::Row> SessionButtons::twoRows() const
{
    const Row all = shown();
    if (all.size() < 3)
        return {all};
    return {{all.front(), all.back()}, Row(all.begin() + 1, all.end() - 1)};
}

int SessionButtons::widthOf(const Row& row)
{
    int width = kGap * (static_cast<int>(row.size()) - 1);
    for (const SessionButton* button : row)
        width += button->sizeHint().width();
    return width;
}

std::vector<SessionButtons::Row> SessionButtons::rows(int width) const
{
    const Row all = shown();
    if (widthOf(all) <= width)
        return {all};
    return twoRows();
}

int SessionButtons::rowHeight(std::size_t count) const
{
    const int full = m_buttons.front()->sizeHint().height();
    return count == 1 ? full : static_cast<int>(full * kLowRow);
}

int SessionButtons::heightForWidth(int width) const
{
    const std::size_t count = rows(width).size();
    return static_cast<int>(count) * rowHeight(count) + (static_cast<int>(count) - 1) * kGap;
}

QSize SessionButtons::sizeHint() const
{
    return {widthOf(shown()), rowHeight(1)};
}

QSize SessionButtons::minimumSizeHint() const
{
    int width = 0;
    for (const Row& row : twoRows())
        width = std::max(width, widthOf(row));
    return {width, rowHeight(1)};
}

void SessionButtons::arrange()
{
    int top = 0;
    const auto all = rows(width());
    const int high = rowHeight(all.size());
    for (const Row& row : all) {
        // The first button, which is the big one in the first row, takes most of what is left over.
        const int spare = std::max(0, width() - widthOf(row));
        const int share = spare / (static_cast<int>(row.size()) + 1);
        int left = 0;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool last = i + 1 == row.size();
            const int wide = last
                ? width() - left
                : row[i]->sizeHint().width() + (i == 0 ? spare - share * (static_cast<int>(row.size()) - 1) : share);
            row[i]->setGeometry(left, top, wide, high);
            left += wide + kGap;
        }
        top += high + kGap;
    }
}

bool SessionButtons::event(QEvent* event)
{
    // A button got a longer word: the rows may break elsewhere.
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        arrange();
    }
    return QWidget::event(event);
}

void SessionButtons::mousePressEvent(QMouseEvent* event)
{
    event->accept();
}

void SessionButtons::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

}  // namespace psolog
