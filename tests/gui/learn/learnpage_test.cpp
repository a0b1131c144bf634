// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

#include "gui/body/figurewidget.h"
#include "gui/learn/learnpage.h"
#include "gui/learn/topics.h"
#include "support/pagefixture.h"

using namespace psolog;
using namespace psolog::test;

class LearnPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theFirstChapterIsShownAtFirst();
    void arrowsInTheListChangeTheChapter();
    void aTopicOpensItsChapter();
    void aPlaceScrollsToItsHeading();
    void anUnknownTopicChangesNothing();
    void aSourceNumberLeadsToTheSource();
    void nextLeadsThroughAllChapters();
    void aLinkInTheTextOpensItsTopic();
    void figuresStandInTheText();
    void aNarrowWindowHasABoxInsteadOfTheList();
    void nothingIsWiderThanTheWindow_data();
    void nothingIsWiderThanTheWindow();
    void aNewTextSizeKeepsTheChapter();
    void everyFocusableWidgetHasAName();

private:
    void show(QSize size);
    template <class T>
    T* child(const char* name)
    {
        return m_page->findChild<T*>(QString::fromLatin1(name));
    }
    QString title() { return child<QLabel>("chapterTitleLabel")->text(); }
    QScrollArea* view() { return child<QScrollArea>("chapterView"); }

    std::unique_ptr<PageFixture> m_fixture;
    std::unique_ptr<LearnPage> m_page;
};

void LearnPageTest::init()
{
    m_fixture = std::make_unique<PageFixture>();
    m_page = std::make_unique<LearnPage>(*m_fixture->services);
    show({1084, 800});
}

void LearnPageTest::cleanup()
{
    m_page.reset();
    m_fixture.reset();
}

void LearnPageTest::show(QSize size)
{
    m_page->resize(size);
    m_page->show();
    m_page->activate();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void LearnPageTest::theFirstChapterIsShownAtFirst()
{
    QCOMPARE(m_page->chapterTopic(), QString(topics::kHamstrings));
    QCOMPARE(title(), QStringLiteral("Why hamstrings hurt"));
    QVERIFY(child<QListWidget>("chapterList")->hasFocus());
}

void LearnPageTest::arrowsInTheListChangeTheChapter()
{
    QTest::keyClick(child<QListWidget>("chapterList"), Qt::Key_Down);
    QCOMPARE(m_page->chapterTopic(), QString(topics::kPsoas));
    QCOMPARE(title(), QStringLiteral("The psoas and the pelvis"));
    QTest::keyClick(child<QListWidget>("chapterList"), Qt::Key_End);
    QCOMPARE(m_page->chapterTopic(), QString(topics::kSources));
}

void LearnPageTest::aTopicOpensItsChapter()
{
    m_page->openTopic(topics::kSafety);
    QCOMPARE(title(), QStringLiteral("Safety"));
    QCOMPARE(child<QListWidget>("chapterList")->currentItem()->text(), QStringLiteral("Safety"));
    QCOMPARE(view()->verticalScrollBar()->value(), 0);
}

void LearnPageTest::aPlaceScrollsToItsHeading()
{
    m_page->openTopic(topics::kGroinFold);
    QCOMPARE(m_page->chapterTopic(), QString(topics::kSafety));
    QVERIFY(view()->verticalScrollBar()->value() > 200);
    QCoreApplication::sendPostedEvents();
    const auto labels = view()->findChildren<QLabel*>();
    const auto heading = std::find_if(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->text() == QStringLiteral("Never in the groin fold");
    });
    QVERIFY(heading != labels.end());
    const int top = (*heading)->mapTo(view()->viewport(), QPoint(0, 0)).y();
    QVERIFY2(top >= 0 && top < 60, qPrintable(QString::number(top)));
}

void LearnPageTest::anUnknownTopicChangesNothing()
{
    m_page->openTopic(topics::kVerdict);
    m_page->openTopic(QStringLiteral("no-such-topic"));
    m_page->openTopic(QString());
    QCOMPARE(m_page->chapterTopic(), QString(topics::kVerdict));
}

void LearnPageTest::aSourceNumberLeadsToTheSource()
{
    m_page->openTopic(topics::kEvidence);
    auto* number = child<QAbstractButton>("sourceS20Button");
    QVERIFY(number != nullptr);
    QVERIFY(number->accessibleName().contains(QStringLiteral("Pooled trials")));
    number->setFocus();
    QTest::keyClick(number, Qt::Key_Space);
    QTRY_COMPARE(m_page->chapterTopic(), QString(topics::kSources));
    auto* source = child<QFrame>("sourceS20Frame");
    QVERIFY(source != nullptr);
    QCOMPARE(source->property("banner").toString(), QStringLiteral("info"));
}

void LearnPageTest::nextLeadsThroughAllChapters()
{
    for (const QLatin1String topic : topics::kChapters) {
        QCOMPARE(m_page->chapterTopic(), QString(topic));
        auto* next = child<QAbstractButton>("nextChapterButton");
        QCOMPARE(next == nullptr, topic == topics::kChapters.back());
        if (next == nullptr)
            break;
        QTest::keyClick(next, Qt::Key_Space);
        QTRY_VERIFY(m_page->chapterTopic() != QString(topic));
    }
}

void LearnPageTest::aLinkInTheTextOpensItsTopic()
{
    const auto labels = view()->findChildren<QLabel*>();
    const auto label = std::find_if(labels.begin(), labels.end(), [](const QLabel* each) {
        return each->text().contains(QStringLiteral("topic:evidence"));
    });
    QVERIFY(label != labels.end());
    // Tab goes to the link inside the label, Return follows it.
    (*label)->setFocus(Qt::TabFocusReason);
    QTest::keyClick(*label, Qt::Key_Tab);
    QTest::keyClick(*label, Qt::Key_Return);
    QTRY_COMPARE(m_page->chapterTopic(), QString(topics::kEvidence));
}

void LearnPageTest::figuresStandInTheText()
{
    m_page->openTopic(topics::kRelease);
    QCOMPARE(view()->findChildren<FigureWidget*>().size(), 6);
    m_page->openTopic(topics::kTiltTest);
    QCOMPARE(view()->findChildren<FigureWidget*>().size(), 4);
}

void LearnPageTest::aNarrowWindowHasABoxInsteadOfTheList()
{
    auto* list = child<QListWidget>("chapterList");
    auto* box = child<QComboBox>("chapterComboBox");
    QVERIFY(list->isVisible() && !box->isVisible());
    m_page->resize(600, 700);
    QTRY_VERIFY(!list->isVisible() && box->isVisible());
    m_page->activate();
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(m_page->chapterTopic(), QString(topics::kPsoas));
}

void LearnPageTest::nothingIsWiderThanTheWindow_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    QTest::newRow("1280 wide") << QSize(1084, 800) << 100;
    QTest::newRow("1024 wide") << QSize(828, 700) << 100;
    QTest::newRow("1280 wide, text doubled") << QSize(1084, 800) << 200;
    QTest::newRow("1024 wide, text doubled") << QSize(828, 700) << 200;
}

void LearnPageTest::nothingIsWiderThanTheWindow()
{
    QFETCH(QSize, size);
    QFETCH(int, percent);
    m_fixture->theme.apply(ThemeChoice::Light, percent);
    m_page->resize(size);
    for (const QLatin1String topic : topics::kChapters) {
        m_page->openTopic(topic);
        QCoreApplication::sendPostedEvents();
        QVERIFY2(m_page->minimumSizeHint().width() <= size.width(), topic.data());
        const int needed = view()->widget()->minimumSizeHint().width();
        QVERIFY2(needed <= view()->viewport()->width(), qPrintable(QStringLiteral("%1: %2").arg(topic).arg(needed)));
    }
}

void LearnPageTest::aNewTextSizeKeepsTheChapter()
{
    m_page->openTopic(topics::kExpect);
    m_fixture->theme.apply(ThemeChoice::Dark, 150);
    QCOMPARE(m_page->chapterTopic(), QString(topics::kExpect));
    QCOMPARE(child<QListWidget>("chapterList")->currentRow(), 4);
}

void LearnPageTest::everyFocusableWidgetHasAName()
{
    for (const QLatin1String topic : topics::kChapters) {
        m_page->openTopic(topic);
        const auto widgets = m_page->findChildren<QWidget*>();
        for (const QWidget* widget : widgets) {
            if (!widget->isVisibleTo(m_page.get()) || (widget->focusPolicy() & Qt::TabFocus) == 0)
                continue;
            QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
            QVERIFY2(accessible != nullptr && !accessible->text(QAccessible::Name).isEmpty(),
                     widget->metaObject()->className());
        }
    }
}

QTEST_MAIN(LearnPageTest)
#include "learnpage_test.moc"
