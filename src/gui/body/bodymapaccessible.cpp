// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/body/bodymapaccessible.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QAccessible>
#include <QAccessibleWidget>

#include "gui/body/bodymapwidget.h"
#include "gui/body/sitewords.h"

namespace psolog {

namespace {

constexpr int kNotAsked = -1;  ///< the number that stands for "not asked": outside the scale, never zero

/// One site. Owned by the accessibility cache; deleted by its parent.
class SiteAccessible : public QAccessibleInterface,
                       public QAccessibleValueInterface,
                       public QAccessibleActionInterface {
public:
    SiteAccessible(BodyMapWidget& map, Site site) : m_map(map), m_site(site) { }

    [[nodiscard]] bool isValid() const override { return true; }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QWindow* window() const override
    {
        const QWidget* top = m_map.window();
        return top->windowHandle();
    }
    [[nodiscard]] QAccessibleInterface* parent() const override
    {
        return QAccessible::queryAccessibleInterface(&m_map);
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Name)
            return siteLabel(m_site);
        if (kind == QAccessible::Value)
            return scorePhrase(m_map.scores()[m_site]);
        return {};
    }
    void setText(QAccessible::Text, const QString&) override { }

    [[nodiscard]] QRect rect() const override
    {
        const QRect here = m_map.siteRect(m_site).toAlignedRect();
        return {m_map.mapToGlobal(here.topLeft()), here.size()};
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::SpinBox; }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        const bool current = m_map.currentSite() == m_site;
        state.readOnly = m_map.isReadOnly();
        state.editable = !m_map.isReadOnly();
        state.focusable = !m_map.isReadOnly();
        state.focused = current && m_map.hasFocus();
        state.selectable = true;
        state.selected = current;
        state.disabled = !m_map.isEnabled();
        state.invisible = !m_map.isVisible();
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface*>(this);
        if (type == QAccessible::ActionInterface)
            return static_cast<QAccessibleActionInterface*>(this);
        return nullptr;
    }

    [[nodiscard]] QVariant currentValue() const override
    {
        const std::optional<Score> score = m_map.scores()[m_site];
        return score ? score->value() : kNotAsked;
    }
    void setCurrentValue(const QVariant& value) override
    {
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        if (!isNumber || !std::isfinite(number))
            return;
        const int whole = int(std::lround(std::clamp(number, double(kNotAsked), double(Score::kMax))));
        m_map.editScore(m_site, whole == kNotAsked ? std::nullopt : std::optional(Score::clamped(whole)));
    }
    [[nodiscard]] QVariant maximumValue() const override { return Score::kMax; }
    [[nodiscard]] QVariant minimumValue() const override { return kNotAsked; }
    [[nodiscard]] QVariant minimumStepSize() const override { return 1; }

    [[nodiscard]] QStringList actionNames() const override
    {
        if (m_map.isReadOnly())
            return {};
        return {setFocusAction(), increaseAction(), decreaseAction()};
    }
    void doAction(const QString& name) override
    {
        if (m_map.isReadOnly())
            return;
        if (name == setFocusAction()) {
            m_map.setCurrentSite(m_site);
            m_map.setFocus(Qt::OtherFocusReason);
        } else if (name == increaseAction()) {
            setCurrentValue(currentValue().toInt() + 1);
        } else if (name == decreaseAction()) {
            setCurrentValue(currentValue().toInt() - 1);
        }
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    BodyMapWidget& m_map;
    Site m_site;
};

/// The map. Owned by the accessibility cache, which deletes it with the widget; owns its sites.
class BodyMapAccessible : public QAccessibleWidget {
public:
    explicit BodyMapAccessible(BodyMapWidget& map) : QAccessibleWidget(&map, QAccessible::Grouping), m_map(map)
    {
        for (std::size_t i = 0; i < kSiteCount; ++i)
            m_ids[i] = QAccessible::registerAccessibleInterface(new SiteAccessible(map, BodyMapWidget::tabOrder()[i]));
    }
    ~BodyMapAccessible() override
    {
        for (const QAccessible::Id id : m_ids)
            QAccessible::deleteAccessibleInterface(id);
    }
    BodyMapAccessible(const BodyMapAccessible&) = delete;
    BodyMapAccessible& operator=(const BodyMapAccessible&) = delete;

    [[nodiscard]] int childCount() const override { return int(kSiteCount); }
    [[nodiscard]] QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= int(kSiteCount))
            return nullptr;
        return QAccessible::accessibleInterface(m_ids[std::size_t(index)]);
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* wanted) const override
    {
        for (int i = 0; i < int(kSiteCount); ++i)
            if (child(i) == wanted)
                return i;
        return -1;
    }
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override
    {
        const std::optional<Site> site = m_map.siteUnder(m_map.mapFromGlobal(QPointF(x, y)));
        return site ? childOf(*site) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface* focusChild() const override
    {
        return m_map.hasFocus() && m_map.currentSite() ? childOf(*m_map.currentSite()) : nullptr;
    }

private:
    [[nodiscard]] QAccessibleInterface* childOf(Site site) const
    {
        const auto& order = BodyMapWidget::tabOrder();
        return child(int(std::find(order.begin(), order.end(), site) - order.begin()));
    }

    BodyMapWidget& m_map;
    std::array<QAccessible::Id, kSiteCount> m_ids{};
};

QAccessibleInterface* makeBodyMapAccessible(const QString& className, QObject* object)
{
    if (className == QLatin1String(BodyMapWidget::staticMetaObject.className()))
        if (auto* map = qobject_cast<BodyMapWidget*>(object))
            return new BodyMapAccessible(*map);
    return nullptr;
}

}  // namespace

void installBodyMapAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeBodyMapAccessible);
        return true;
    }();
    Q_UNUSED(installed);
}

}  // namespace psolog
