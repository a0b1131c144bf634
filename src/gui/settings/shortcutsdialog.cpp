// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/shortcutsdialog.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include "gui/settings/shortcuttable.h"
#include "gui/theme/theme.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {

constexpr int kColumnWidth = 430;

bool joins(const QString& key)
{
    return key == QStringLiteral("–") || key == QStringLiteral("…");
}

QWidget* makeKeys(const QStringList& keys)
{
    auto* holder = new QWidget;
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kXs);
    for (const QString& key : keys) {
        if (joins(key)) {
            QLabel* join = makeLabel(key, "small");
            join->setWordWrap(false);
            row->addWidget(join);
        } else {
            row->addWidget(makeKeyCap(key));
        }
    }
    row->addStretch(1);
    return holder;
}

QWidget* makeSection(const ShortcutSection& section, const Theme& theme)
{
    QFrame* card = makeCard();
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(20, 16, 20, 16);
    inside->setSpacing(space::kM);
    inside->addWidget(makeLabel(section.title, "card-title"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.px(space::kM));
    grid->setVerticalSpacing(theme.px(space::kS));
    grid->setColumnMinimumWidth(0, theme.px(132));
    grid->setColumnStretch(1, 1);
    int line = 0;
    for (const ShortcutRow& row : section.rows) {
        grid->addWidget(makeKeys(row.keys), line, 0, Qt::AlignTop);
        grid->addWidget(makeLabel(row.words, ""), line, 1);
        ++line;
    }
    inside->addLayout(grid);
    return card;
}

}  // namespace

ShortcutsDialog::ShortcutsDialog(const Theme& theme, QWidget* parent)
    : QDialog(parent),
      m_theme(theme),
      m_scroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(26, space::kXl, 26, space::kL);
    layout->setSpacing(space::kL);
    m_scroll->setObjectName(QStringLiteral("shortcutsScrollArea"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_scroll, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("closeButton"));
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&theme, &Theme::changed, this, &ShortcutsDialog::build);
    build();

    const QSize wanted(2 * theme.px(kColumnWidth) + 90, theme.px(700));
    resize(wanted.boundedTo(screen()->availableSize() * 9 / 10));
}

void ShortcutsDialog::build()
{
    setWindowTitle(tr("Keyboard shortcuts"));
    m_scroll->setAccessibleName(tr("Keyboard shortcuts"));
    auto* content = new QWidget;
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, content);
    m_columns->setContentsMargins(0, 0, space::kS, 0);
    m_columns->setSpacing(space::kL);
    const auto sections = shortcutTable();
    std::size_t rows = 0;
    for (const ShortcutSection& section : sections)
        rows += section.rows.size() + 2;
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    std::size_t placed = 0;
    for (const ShortcutSection& section : sections) {
        (2 * placed < rows - 2 ? left : right)->addWidget(makeSection(section, m_theme));
        placed += section.rows.size() + 2;
    }
    for (QVBoxLayout* column : {left, right}) {
        column->setSpacing(space::kL);
        column->addStretch(1);
        m_columns->addLayout(column, 1);
    }
    m_scroll->setWidget(content);
    resizeEvent(nullptr);
}

void ShortcutsDialog::resizeEvent(QResizeEvent* event)
{
    if (event != nullptr)
        QDialog::resizeEvent(event);
    const bool wide = width() >= 2 * m_theme.px(kColumnWidth) + 60;
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void ShortcutsDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        build();
    QDialog::changeEvent(event);
}

}  // namespace psolog
