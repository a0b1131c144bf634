// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/roster/intakedelegate.h"

#include <algorithm>
#include <array>

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTableView>

#include "gui/roster/intakemodel.h"
#include "gui/roster/rowpaint.h"
#include "gui/theme/theme.h"

namespace psolog {

namespace {

constexpr double kPadding = 12;
constexpr double kBox = 20;
constexpr double kBoxRadius = 5;
constexpr double kBoxLine = 1.5;
constexpr int kHighest = 10'000;

/// The two paragraphs of a cell.
struct Paragraphs {
    QString first;
    QString second;
};

Paragraphs paragraphsOf(const QModelIndex& index)
{
    const QString text = index.data().toString();
    const auto end = text.indexOf(u'\n');
    if (end < 0)
        return {text, {}};
    // A number stays with its word, and "self-tests" in one piece.
    QStringList parts = text.mid(end + 1).split(QStringLiteral(" · "));
    if (index.column() == IntakeModel::WordsColumn)
        for (QString& part : parts)
            part.replace(u' ', QChar(QChar::Nbsp)).replace(u'-', QChar(0x2011));
    return {text.left(end), parts.join(QStringLiteral(" · "))};
}

}  // namespace

IntakeDelegate::IntakeDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) { }

int IntakeDelegate::boxSize() const
{
    return m_theme.px(kBox);
}

QRect IntakeDelegate::wordsIn(const QRect& cell, const QModelIndex& index) const
{
    const int padding = m_theme.px(kPadding);
    QRect words = cell.adjusted(padding, padding * 2 / 3, -padding, -padding * 2 / 3);
    if (index.column() == IntakeModel::FileColumn)
        words.setLeft(words.left() + boxSize() + padding);
    return words;
}

QSize IntakeDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    int width = option.rect.width();
    if (const auto* table = qobject_cast<const QTableView*>(option.widget))
        width = table->columnWidth(index.column());
    const QRect cell(0, 0, std::max(width, 1), kHighest);
    const QRect room = wordsIn(cell, index);
    const Paragraphs words = paragraphsOf(index);
    const auto height = [&](const QString& text, TextStyle style) {
        return text.isEmpty() ? 0
                              : QFontMetrics(m_theme.font(style)).boundingRect(room, Qt::TextWordWrap, text).height();
    };
    return {width,
            height(words.first, TextStyle::BodyStrong) + height(words.second, TextStyle::Small) + cell.height()
                - room.height()};
}

void IntakeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowBehind(*painter, option, m_theme);
    QRect room = wordsIn(option.rect, index);
    const QVariant check = index.data(Qt::CheckStateRole);
    if (check.isValid()) {
        const bool checked = check.toInt() == int{Qt::Checked};
        const int side = boxSize();
        const QRectF box(option.rect.left() + m_theme.px(kPadding), option.rect.center().y() - side / 2.0, side, side);
        painter->setPen(QPen(m_theme.color(checked ? Role::Accent : Role::Muted), kBoxLine));
        painter->setBrush(m_theme.color(checked ? Role::Accent : Role::Card));
        painter->drawRoundedRect(box.adjusted(1, 1, -1, -1), kBoxRadius, kBoxRadius);
        if (checked) {
            painter->setPen(QPen(m_theme.color(Role::OnAccent), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            const auto at = [&box](double x, double y) {
                return QPointF(box.left() + box.width() * x, box.top() + box.height() * y);
            };
            const std::array tick{at(0.28, 0.52), at(0.44, 0.68), at(0.74, 0.34)};
            painter->drawPolyline(tick.data(), static_cast<int>(tick.size()));
        }
    }
    Paragraphs words = paragraphsOf(index);
    // A file name breaks nowhere; its end tells what it is.
    if (index.column() == IntakeModel::FileColumn)
        words.second =
            QFontMetrics(m_theme.font(TextStyle::Small)).elidedText(words.second, Qt::ElideMiddle, room.width());
    const auto draw = [&](const QString& text, TextStyle style, Role role) {
        painter->setFont(m_theme.font(style));
        painter->setPen(m_theme.color(role));
        QRect used;
        painter->drawText(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text, &used);
        room.setTop(used.bottom() + 1);
    };
    // Centred as a whole, for rows that are higher because of the other cell.
    const int spare = option.rect.height() - sizeHint(option, index).height();
    room.setTop(room.top() + std::max(spare, 0) / 2);
    draw(words.first, index.column() == IntakeModel::FileColumn ? TextStyle::BodyStrong : TextStyle::Body, Role::Text);
    if (!words.second.isEmpty())
        draw(words.second, TextStyle::Small, Role::Muted);
    painter->restore();
}

bool IntakeDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                                 const QModelIndex& index)
{
    if (!(index.flags() & Qt::ItemIsUserCheckable))
        return false;
    bool asked = false;
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto& mouse = *static_cast<QMouseEvent*>(event);
        const int x = mouse.position().toPoint().x();
        asked = mouse.button() == Qt::LeftButton && x >= option.rect.left() && x < wordsIn(option.rect, index).left();
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        asked = key == Qt::Key_Space || key == Qt::Key_Select;
    }
    if (!asked)
        return false;
    const bool checked = index.data(Qt::CheckStateRole).toInt() == int{Qt::Checked};
    return model->setData(index, int{checked ? Qt::Unchecked : Qt::Checked}, Qt::CheckStateRole);
}

}  // namespace psolog
