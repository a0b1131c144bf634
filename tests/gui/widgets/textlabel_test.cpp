// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "gui/widgets/textlabel.h"

using namespace psolog;

/// The remembered heights of a label are those that a plain label works out.
class TextLabelTest : public QObject {
    Q_OBJECT

    static QString paragraph()
    {
        return QStringLiteral(
            "The idea: release the psoas, and sore hamstrings calm down in one to two weeks. It is not "
            "proven. Log each day.\n\nA second paragraph with averylongwordthatdoesnotwrap.");
    }

    static void compare(const TextLabel& label, const QLabel& plain)
    {
        // Neither upwards nor downwards alone: what is remembered depends on the order.
        for (const int first : {700, 30, 310})
            for (int step = 0; step < 700; ++step) {
                const int width = 20 + (first + step * 97) % 700;
                QCOMPARE(label.heightForWidth(width), plain.heightForWidth(width));
            }
    }

    static void makeAlike(QLabel& label)
    {
        label.setTextFormat(Qt::PlainText);
        label.setWordWrap(true);
        label.setText(paragraph());
    }

private Q_SLOTS:
    void heightsAreThoseOfAPlainLabel()
    {
        TextLabel label;
        QLabel plain;
        makeAlike(label);
        makeAlike(plain);
        QVERIFY(label.heightForWidth(100) > label.heightForWidth(600));
        compare(label, plain);
    }

    void anotherTextHasItsOwnHeights()
    {
        TextLabel label;
        QLabel plain;
        makeAlike(label);
        makeAlike(plain);
        compare(label, plain);
        label.setText(paragraph() + paragraph());
        plain.setText(paragraph() + paragraph());
        compare(label, plain);
    }

    void anotherFontStyleOrMarginHasItsOwnHeights()
    {
        TextLabel label;
        QLabel plain;
        makeAlike(label);
        makeAlike(plain);
        const auto change = [&](auto&& how) {
            const int before = label.heightForWidth(200);
            how(label);
            how(plain);
            QVERIFY(label.heightForWidth(200) != before);
            compare(label, plain);
        };
        change([](QLabel& changed) {
            QFont font = changed.font();
            font.setPixelSize(31);
            changed.setFont(font);
        });
        change([](QLabel& changed) { changed.setContentsMargins(20, 20, 20, 20); });
        change([](QLabel& changed) { changed.setStyleSheet(QStringLiteral("QLabel { padding: 40px; }")); });
        change([](QLabel& changed) { changed.setWordWrap(false); });
    }
};

QTEST_MAIN(TextLabelTest)
#include "textlabel_test.moc"
