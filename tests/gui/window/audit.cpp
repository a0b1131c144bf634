// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit.h"

#include <algorithm>
#include <map>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace psolog::test {

namespace {

constexpr int kMostTabs = 120;

/// "saveButton" or "QLabel 'Not asked' in whenCard".
QString nameOf(const QWidget* widget)
{
    QString name = widget->objectName();
    if (name.isEmpty()) {
        name = QString::fromLatin1(widget->metaObject()->className());
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            name += QStringLiteral(" '%1'").arg(label->text().left(40));
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            name += QStringLiteral(" '%1'").arg(button->text().left(40));
    }
    const QWidget* parent = widget->parentWidget();
    while (parent != nullptr && parent->objectName().isEmpty())
        parent = parent->parentWidget();
    return parent != nullptr ? QStringLiteral("%1 in %2").arg(name, parent->objectName()) : name;
}

QString inWords(QSize size)
{
    return QStringLiteral("%1 x %2").arg(size.width()).arg(size.height());
}

std::vector<QWidget*> visibleIn(QWidget& window)
{
    std::vector<QWidget*> found;
    for (QWidget* widget : window.findChildren<QWidget*>())
        if (widget->isVisible() && widget->window() == &window && !widget->size().isEmpty())
            found.push_back(widget);
    return found;
}

bool takesTab(const QWidget* widget)
{
    return widget->isEnabled() && widget->focusProxy() == nullptr
        && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

/// The scroll area whose content this widget belongs to.
QAbstractScrollArea* areaOf(const QWidget* widget)
{
    for (QWidget* parent = widget->parentWidget(); parent != nullptr; parent = parent->parentWidget())
        if (auto* area = qobject_cast<QAbstractScrollArea*>(parent))
            return area;
    return nullptr;
}

void scrollToTop(QWidget& window)
{
    for (auto* area : window.findChildren<QAbstractScrollArea*>())
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->minimum());
}

QRect placeOf(const QWidget* widget, const QWidget& window)
{
    return {widget->mapTo(&window, QPoint(0, 0)), widget->size()};
}

/// Two widgets that stand one above the other, at least by half the width of the narrower.
bool shareColumn(const QRect& a, const QRect& b)
{
    const int overlap = std::min(a.right(), b.right()) - std::max(a.left(), b.left()) + 1;
    return 2 * overlap > std::min(a.width(), b.width());
}

/// Every widget Tab goes through from here, until it comes round; empty when it never does.
std::vector<QWidget*> tabRound(QWidget& window)
{
    std::vector<QWidget*> round;
    QWidget* const first = QApplication::focusWidget();
    QWidget* current = first;
    for (int i = 0; i < kMostTabs && current != nullptr; ++i) {
        if (round.empty() || round.back() != current)
            round.push_back(current);
        QTest::keyClick(current, Qt::Key_Tab);
        QWidget* const next = QApplication::focusWidget();
        if (next == first && current != first)
            return round;
        current = next;
        if (current != nullptr && current->window() != &window)
            break;
    }
    // One widget alone in its window keeps the focus, and that is no trap.
    return round.size() == 1 && current == first ? round : std::vector<QWidget*>{};
}

/// A round is a circle; it begins with the first widget of the window.
void beginAtTheTop(std::vector<QWidget*>& round, QWidget& window)
{
    for (QWidget* widget = window.nextInFocusChain(); widget != &window; widget = widget->nextInFocusChain()) {
        const auto found = std::find(round.begin(), round.end(), widget);
        if (found != round.end()) {
            std::rotate(round.begin(), found, round.end());
            return;
        }
    }
}

/// Room that the text of a button needs: in width with all that stands beside it, in height the line alone.
QSize neededBy(const QAbstractButton* button)
{
    const QSize text = QFontMetrics(button->font()).size(Qt::TextShowMnemonic, button->text());
    const bool hinted = qobject_cast<const QPushButton*>(button) != nullptr
        || qobject_cast<const QCheckBox*>(button) != nullptr || qobject_cast<const QRadioButton*>(button) != nullptr
        || qobject_cast<const QToolButton*>(button) != nullptr;
    return hinted ? QSize(button->sizeHint().width(), text.height()) : text;
}

/// The size below which a widget does not show all of itself. What scrolls has none.
QSize leastOf(const QWidget* widget)
{
    if (qobject_cast<const QAbstractScrollArea*>(widget) != nullptr)
        return {0, 0};
    const QSize hint = widget->minimumSizeHint();
    return {widget->minimumWidth() > 0 ? widget->minimumWidth() : hint.width(),
            widget->minimumHeight() > 0 ? widget->minimumHeight() : hint.height()};
}

QStringList tooNarrowLabel(const QLabel* label)
{
    if (label->text().isEmpty())
        return {};
    QStringList faults;
    const QSize has = label->size();
    if (label->wordWrap()) {
        const int needs = label->heightForWidth(has.width());
        if (needs > has.height() + 1)
            faults << QStringLiteral("%1: needs height %2, has %3")
                          .arg(nameOf(label), QString::number(needs), inWords(has));
        const QFontMetrics metrics(label->font());
        const QMargins margins = label->contentsMargins();
        for (const QString& word : label->text().split(QRegularExpression(QStringLiteral("\\s")), Qt::SkipEmptyParts))
            if (label->textFormat() != Qt::RichText
                && metrics.horizontalAdvance(word) > has.width() - margins.left() - margins.right() + 1)
                faults << QStringLiteral("%1: the word '%2' does not fit %3").arg(nameOf(label), word, inWords(has));
    } else if (label->sizeHint().width() > has.width() + 1 || label->sizeHint().height() > has.height() + 1) {
        faults << QStringLiteral("%1: needs %2, has %3").arg(nameOf(label), inWords(label->sizeHint()), inWords(has));
    }
    return faults;
}

/// A widget that its own parent cuts off, unless the parent is a view that scrolls to it.
bool isCut(const QWidget* widget)
{
    const QWidget* parent = widget->parentWidget();
    const auto* area = parent != nullptr ? qobject_cast<const QAbstractScrollArea*>(parent->parentWidget()) : nullptr;
    if (parent == nullptr || (area != nullptr && area->viewport() == parent))
        return false;
    return !parent->rect().contains(widget->geometry());
}

}  // namespace

QStringList unnamed(QWidget& window)
{
    QStringList faults;
    for (const QWidget* widget : visibleIn(window)) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() != nullptr)
            continue;
        auto* interface = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
        if (interface == nullptr || interface->text(QAccessible::Name).trimmed().isEmpty())
            faults << QStringLiteral("%1 takes the focus and has no accessible name").arg(nameOf(widget));
    }
    return faults;
}

QStringList doubledMnemonics(QWidget& window)
{
    std::map<QString, QString> used;
    QStringList faults;
    for (const QWidget* widget : visibleIn(window)) {
        QString text;
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            text = button->text();
        else if (const auto* label = qobject_cast<const QLabel*>(widget); label != nullptr && label->buddy() != nullptr)
            text = label->text();
        const QString key = QKeySequence::mnemonic(text).toString();
        if (key.isEmpty())
            continue;
        if (const auto [at, isNew] = used.emplace(key, nameOf(widget)); !isNew)
            faults << QStringLiteral("%1: both %2 and %3").arg(key, at->second, nameOf(widget));
    }
    return faults;
}

QStringList tabFaults(QWidget& window)
{
    if (QApplication::focusWidget() == nullptr)
        return {QStringLiteral("nothing has the focus")};
    QWidget* const before = QApplication::focusWidget();
    std::vector<QWidget*> round = tabRound(window);
    if (round.empty())
        return {QStringLiteral("Tab never comes back to %1").arg(nameOf(before))};
    QStringList faults;
    for (const QWidget* widget : visibleIn(window))
        if (takesTab(widget) && std::find(round.begin(), round.end(), widget) == round.end())
            faults << QStringLiteral("Tab does not reach %1").arg(nameOf(widget));
    beginAtTheTop(round, window);
    scrollToTop(window);
    for (std::size_t i = 1; i < round.size(); ++i) {
        const QRect from = placeOf(round[i - 1], window);
        const QRect to = placeOf(round[i], window);
        // What scrolls and what stands beside it have no common measure once the content is longer than the view.
        if (areaOf(round[i - 1]) == areaOf(round[i]) && shareColumn(from, to) && to.bottom() <= from.top())
            faults << QStringLiteral("Tab jumps upwards from %1 to %2").arg(nameOf(round[i - 1]), nameOf(round[i]));
    }
    before->setFocus(Qt::OtherFocusReason);
    return faults;
}

QStringList smallTargets(QWidget& window, int least)
{
    QStringList faults;
    for (const QWidget* widget : visibleIn(window)) {
        const bool pressed = qobject_cast<const QAbstractButton*>(widget) != nullptr
            || qobject_cast<const QComboBox*>(widget) != nullptr || qobject_cast<const QLineEdit*>(widget) != nullptr
            || qobject_cast<const QSlider*>(widget) != nullptr
            || qobject_cast<const QAbstractSpinBox*>(widget) != nullptr;
        // The parts of a field belong to it.
        const bool part = qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) != nullptr
            || qobject_cast<const QLineEdit*>(widget->parentWidget()) != nullptr;
        if (pressed && !part && (widget->width() < least || widget->height() < least))
            faults << QStringLiteral("%1 is %2").arg(nameOf(widget), inWords(widget->size()));
    }
    return faults;
}

QStringList clipped(QWidget& window)
{
    QStringList faults;
    for (const QWidget* widget : visibleIn(window)) {
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            faults << tooNarrowLabel(label);
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget);
                 button != nullptr && !button->text().isEmpty() && !button->property("compact").toBool()) {
            const QSize needs = neededBy(button);
            if (needs.width() > button->width() + 1 || needs.height() > button->height() + 1)
                faults << QStringLiteral("%1: needs %2, has %3")
                              .arg(nameOf(button), inWords(needs), inWords(button->size()));
        } else if (const QSize needs = leastOf(widget);
                   needs.width() > widget->width() + 1 || needs.height() > widget->height() + 1) {
            faults << QStringLiteral("%1: needs at least %2, has %3")
                          .arg(nameOf(widget), inWords(needs), inWords(widget->size()));
        }
        if (isCut(widget))
            faults << QStringLiteral("%1 is cut by the widget around it").arg(nameOf(widget));
        if (const auto* bar = qobject_cast<const QScrollBar*>(widget); bar != nullptr
            && bar->orientation() == Qt::Horizontal
            && bar->maximum() > bar->minimum()
            // A table of data needs both dimensions, and moves sideways within itself (WCAG 2.1, 1.4.10).
            && qobject_cast<const QTableView*>(areaOf(bar)) == nullptr)
            faults << QStringLiteral("horizontal scroll bar: %1").arg(nameOf(bar));
        if (const auto* area = qobject_cast<const QScrollArea*>(widget);
            area != nullptr && area->widget() != nullptr && area->widget()->width() > area->viewport()->width())
            faults << QStringLiteral("%1: content %2 wide, view %3 wide")
                          .arg(nameOf(area))
                          .arg(area->widget()->width())
                          .arg(area->viewport()->width());
    }
    return faults;
}

}  // namespace psolog::test
