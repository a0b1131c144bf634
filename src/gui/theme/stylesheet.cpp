// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/stylesheet.h"

#include <array>
#include <utility>

#include "gui/theme/theme.h"

namespace psolog {

namespace {

// @name is a colour role, @variant "light" or "dark", $n a length of n px at 100 % text size.
constexpr auto kTemplate = R"(
QWidget { color: @text; outline: none; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QScrollArea > QWidget > QWidget { background: transparent; }
QLineEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit, QComboBox, QPlainTextEdit {
  background: @card; color: @text; border: 1px solid @controlline; border-radius: 9px; padding: $6 $10;
  selection-background-color: @accent; selection-color: @onaccent; min-height: $22; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus, QTimeEdit:focus, QDateTimeEdit:focus,
QComboBox:focus, QPlainTextEdit:focus { border: 2px solid @accent; padding: $5 $9; }
QLineEdit[invalid="true"], QSpinBox[invalid="true"], QDoubleSpinBox[invalid="true"], QDateTimeEdit[invalid="true"],
QPlainTextEdit[invalid="true"] { border: 2px solid @bad; padding: $5 $9; }
QLineEdit:disabled, QSpinBox:disabled, QComboBox:disabled, QPlainTextEdit:disabled { color: @muted; background: @window; }
QComboBox::drop-down { border: none; width: $28; }
QComboBox::down-arrow { image: url(:/icons/down-@variant.svg); width: $12; height: $12; }
QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit { padding-right: $26; }
QAbstractSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right; width: $26; border: none; background: transparent; }
QAbstractSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right; width: $26; border: none; background: transparent; }
QAbstractSpinBox::up-arrow { image: url(:/icons/up-@variant.svg); width: $12; height: $12; }
QAbstractSpinBox::down-arrow { image: url(:/icons/down-@variant.svg); width: $12; height: $12; }
QComboBox QAbstractItemView { background: @card; color: @text; border: 1px solid @divider;
  selection-background-color: @accentsoft; selection-color: @text; }
QPushButton { background: @card; color: @accent; border: 1px solid @controlline; border-radius: 9px; padding: $7 $16;
  min-height: $22; font-weight: 600; }
QPushButton:hover { background: @accentsoft; }
QPushButton:default { background: @accent; color: @onaccent; border-color: @accent; }
QPushButton:default:hover { background: @accenthover; }
QPushButton:focus { border: 2px solid @accent; padding: $6 $15; }
QPushButton:default:focus { border: 2px solid @text; }
QPushButton:disabled { color: @muted; background: @window; border-color: @divider; }
QFrame[card="true"] { background: @card; border: 1px solid @divider; border-radius: 12px; }
QFrame#sidebarFrame { background: @sidebar; border: none; border-right: 1px solid @divider; }
QFrame[banner="info"] { background: @accentsoft; border: none; border-radius: 9px; }
QFrame[banner="toast"] { background: @accentsoft; border: 1px solid @accent; border-radius: 12px; }
QFrame[banner="warn"] { background: @warnsoft; border: none; border-radius: 9px; }
QFrame[banner="bad"] { background: @badsoft; border: none; border-radius: 9px; }
QFrame[divider="true"] { background: @divider; border: none; max-height: 1px; min-height: 1px; }
QLabel { background: transparent; }
QLabel[look="page-title"] { font-size: $26; font-weight: 600; color: @text; }
QLabel[look="card-title"] { font-size: $19; font-weight: 600; color: @text; }
QLabel[look="strong"] { font-weight: 600; color: @text; }
QLabel[look="muted"] { color: @muted; }
QLabel[look="small"] { font-size: $13; color: @muted; }
QLabel[look="error"] { font-size: $13; color: @bad; }
QLabel[look="number"] { font-size: $22; font-weight: 600; color: @text; }
QLabel[badge="neutral"] { font-size: $13; font-weight: 600; color: @muted; background: @window; border: 1px solid @divider;
  border-radius: 5px; padding: $2 $9; }
QLabel[badge="good"] { font-size: $13; font-weight: 600; color: @good; background: @goodsoft; border-radius: 5px; padding: $3 $9; }
QLabel[badge="warn"] { font-size: $13; font-weight: 600; color: @warn; background: @warnsoft; border-radius: 5px; padding: $3 $9; }
QLabel[badge="bad"] { font-size: $13; font-weight: 600; color: @bad; background: @badsoft; border-radius: 5px; padding: $3 $9; }
QLabel[keycap="true"] { font-size: $12; font-weight: 600; color: @muted; background: @card; border: 1px solid @divider;
  border-bottom: 2px solid @divider; border-radius: 4px; padding: $1 $6; }
QPushButton[variant="primary"] { background: @accent; color: @onaccent; border: 1px solid @accent; }
QPushButton[variant="primary"]:hover { background: @accenthover; }
QPushButton[variant="primary"]:focus { border: 2px solid @text; padding: $6 $15; }
QPushButton[variant="primary"]:disabled { color: @muted; background: @divider; border-color: @divider; }
QPushButton[variant="danger"] { background: @badsoft; color: @bad; border: 1px solid @bad; }
QPushButton[variant="danger"]:focus { border: 2px solid @bad; }
QPushButton[variant="ghost"] { background: transparent; border: 1px solid transparent; padding: $5 $8; }
QPushButton[variant="ghost"]:hover { background: @accentsoft; }
QPushButton[variant="ghost"]:focus { border: 2px solid @accent; padding: $4 $7; }
QPushButton[variant="link"] { background: transparent; border: 2px solid transparent; padding: $3 0; }
QPushButton[variant="link"]:hover { text-decoration: underline; }
QPushButton[variant="link"]:focus { border: 2px solid @accent; padding: $3 0; }
QPushButton[variant="chip"] { background: @card; color: @muted; border: 1px solid @controlline; border-radius: $14;
  padding: $3 $12; min-height: $22; font-size: $13; font-weight: 400; }
QPushButton[variant="chip"][quiet="true"] { background: transparent; border-color: transparent; }
QPushButton[variant="chip"]:hover { color: @text; }
QPushButton[variant="chip"]:checked { background: @accentsoft; color: @accent; border-color: @accentsoft; font-weight: 600; }
QPushButton[variant="chip"]:focus { border: 2px solid @accent; padding: $2 $11; }
QPushButton[large="true"] { min-height: $44; font-size: $19; }
QCheckBox, QRadioButton { spacing: $10; min-height: $28; color: @text; background: transparent; border: 2px solid transparent;
  border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid @accent; }
QCheckBox::indicator, QRadioButton::indicator { width: $14; height: $14; border: $2 solid @controlline; background: @card; }
QCheckBox::indicator { border-radius: 5px; }
QRadioButton::indicator { border-radius: $8; }
QCheckBox::indicator:checked { border-color: @accent; background: @accent; image: url(:/icons/tick-@variant.svg); }
QRadioButton::indicator:checked { width: $6; height: $6; border: $6 solid @accent; background: @card; }
QTableView, QTreeView, QListView { background: @card; color: @text; border: 1px solid @divider; border-radius: 12px;
  gridline-color: @divider; selection-background-color: @accentsoft; selection-color: @text; alternate-background-color: @window;
  outline: none; }
QTableView:focus, QTreeView:focus, QListView:focus { border: 2px solid @accent; }
QTableView[bare="true"] { border: none; border-radius: 0; }
QHeaderView::section { background: @card; color: @muted; border: none; border-bottom: 1px solid @divider; padding: $6 $10; }
QTableCornerButton::section { background: @card; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: @controlline; border-radius: 4px; min-height: 32px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: @card; color: @text; border: 1px solid @divider; padding: $5; }
QMenu::item { padding: $6 $22; border-radius: 6px; }
QMenu::item:selected { background: @accentsoft; color: @text; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @divider; margin: $4 $8; }
QToolTip { background: @card; color: @text; border: 1px solid @controlline; padding: $5; }
QTextBrowser { background: transparent; border: none; color: @text; selection-background-color: @accent;
  selection-color: @onaccent; }
QProgressBar { background: @track; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QSlider::groove:horizontal { height: 6px; background: @track; border-radius: 3px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 3px; }
QSlider::handle:horizontal { background: @card; border: 2px solid @accent; width: 20px; height: 20px; margin: -9px 0;
  border-radius: 12px; }
QSlider::handle:horizontal:focus { border: 4px solid @accent; width: 16px; height: 16px; }
)";

constexpr std::array kNames{
    std::pair{Role::Window, u"@window"},
    std::pair{Role::Card, u"@card"},
    std::pair{Role::Divider, u"@divider"},
    std::pair{Role::ControlLine, u"@controlline"},
    std::pair{Role::Track, u"@track"},
    std::pair{Role::Text, u"@text"},
    std::pair{Role::Muted, u"@muted"},
    std::pair{Role::AccentSoft, u"@accentsoft"},
    std::pair{Role::AccentHover, u"@accenthover"},
    std::pair{Role::OnAccent, u"@onaccent"},
    std::pair{Role::Accent, u"@accent"},
    std::pair{Role::Bad, u"@bad"},
    std::pair{Role::Sidebar, u"@sidebar"},
    std::pair{Role::BadSoft, u"@badsoft"},
    std::pair{Role::Good, u"@good"},
    std::pair{Role::GoodSoft, u"@goodsoft"},
    std::pair{Role::Warn, u"@warn"},
    std::pair{Role::WarnSoft, u"@warnsoft"},
};

}  // namespace

QString buildStyleSheet(const Theme& theme)
{
    QString sheet;
    const QString text = QString::fromLatin1(kTemplate);
    sheet.reserve(text.size() + 512);
    for (qsizetype i = 0; i < text.size();) {
        if (text[i] == u'$') {
            qsizetype end = i + 1;
            while (end < text.size() && text[end].isDigit())
                ++end;
            sheet +=
                QString::number(theme.px(QStringView(text).mid(i + 1, end - i - 1).toInt())) + QStringLiteral("px");
            i = end;
        } else if (text[i] == u'@') {
            qsizetype end = i + 1;
            while (end < text.size() && text[end].isLower())
                ++end;
            const QStringView name = QStringView(text).mid(i, end - i);
            if (name == u"@variant")
                sheet += theme.isDark() ? u"dark" : u"light";
            for (const auto& [role, known] : kNames)
                if (name == QStringView(known))
                    sheet += theme.color(role).name();
            i = end;
        } else {
            sheet += text[i++];
        }
    }
    return sheet;
}

}  // namespace psolog
