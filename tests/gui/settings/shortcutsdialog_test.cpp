// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QSet>
#include <QTest>

#include "gui/settings/shortcutsdialog.h"
#include "gui/settings/shortcuttable.h"
#include "gui/theme/theme.h"

using namespace psolog;

class ShortcutsDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTableHasItsSectionsInOrder();
    void noKeyIsListedTwiceInASection();
    void everyKeyAndItsWordsAreShown();
    void escapeCloses();
};

void ShortcutsDialogTest::theTableHasItsSectionsInOrder()
{
    QStringList titles;
    for (const ShortcutSection& section : shortcutTable())
        titles.append(section.title);
    QCOMPARE(
        titles,
        QStringList({QStringLiteral("Anywhere"), QStringLiteral("Check-in"), QStringLiteral("Weekly check-in"),
                     QStringLiteral("Self-test"), QStringLiteral("Release"), QStringLiteral("Trends"),
                     QStringLiteral("History"), QStringLiteral("Coach"), QStringLiteral("An athlete under review")}));
}

void ShortcutsDialogTest::noKeyIsListedTwiceInASection()
{
    for (const ShortcutSection& section : shortcutTable()) {
        QSet<QString> seen;
        for (const ShortcutRow& row : section.rows) {
            QVERIFY(!row.words.isEmpty());
            QVERIFY2(!seen.contains(row.keys.join(u' ')), qPrintable(section.title + row.keys.join(u' ')));
            seen.insert(row.keys.join(u' '));
        }
    }
}

void ShortcutsDialogTest::everyKeyAndItsWordsAreShown()
{
    const Theme theme(ThemeChoice::Light, 100);
    ShortcutsDialog dialog(theme);
    QSet<QString> shown;
    for (const QLabel* label : dialog.findChildren<QLabel*>())
        shown.insert(label->text());
    for (const ShortcutSection& section : shortcutTable()) {
        QVERIFY(shown.contains(section.title));
        for (const ShortcutRow& row : section.rows) {
            QVERIFY2(shown.contains(row.words), qPrintable(row.words));
            for (const QString& key : row.keys)
                QVERIFY2(shown.contains(key), qPrintable(key));
        }
    }
}

void ShortcutsDialogTest::escapeCloses()
{
    const Theme theme(ThemeChoice::Light, 100);
    ShortcutsDialog dialog(theme);
    dialog.show();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

QTEST_MAIN(ShortcutsDialogTest)
#include "shortcutsdialog_test.moc"
