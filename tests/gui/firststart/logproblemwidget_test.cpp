// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "gui/firststart/logproblemwidget.h"
#include "gui/theme/theme.h"

using namespace psolog;

class LogProblemWidgetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void eachProblemHasItsOwnWordsAndThePath();
    void theBestNextStepHasTheFocus_data();
    void theBestNextStepHasTheFocus();
    void retryAndQuitAreSignalled();
    void anotherLogIsSignalledWithItsPath();
    void aNewLogNeverReplacesTheOldFile();

private:
    template <class T>
    T* child(const char* name)
    {
        return m_widget->findChild<T*>(QString::fromLatin1(name));
    }
    QString file(const char* name) { return m_folder->filePath(QString::fromLatin1(name)); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LogProblemWidget> m_widget;
};

void LogProblemWidgetTest::init()
{
    m_theme = std::make_unique<Theme>(ThemeChoice::Light, 100);
    m_folder = std::make_unique<QTemporaryDir>();
    QFile old(file("old.psolog"));
    QVERIFY(old.open(QIODevice::WriteOnly));
    QCOMPARE(old.write("not a log"), 9);
    m_widget = std::make_unique<LogProblemWidget>();
    m_widget->resize(1280, 800);
    m_widget->show();
    m_widget->showProblem(old.fileName(), Error{ErrorCode::NotALog, {}});
    QVERIFY(QTest::qWaitForWindowExposed(m_widget.get()));
}

void LogProblemWidgetTest::cleanup()
{
    QFile old(file("old.psolog"));
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("not a log"));
    m_widget.reset();
    m_theme.reset();
}

void LogProblemWidgetTest::eachProblemHasItsOwnWordsAndThePath()
{
    QSet<QString> words;
    for (const auto code : {ErrorCode::DiskFull, ErrorCode::ReadOnly, ErrorCode::Locked, ErrorCode::Damaged,
                            ErrorCode::TooNew, ErrorCode::NotALog}) {
        m_widget->showProblem(file("old.psolog"), Error{code, {}});
        words.insert(child<QLabel>("headlineLabel")->text() + child<QLabel>("describeLabel")->text());
        QCOMPARE(child<QLineEdit>("pathLineEdit")->text(), file("old.psolog"));
    }
    QCOMPARE(words.size(), 6);
}

void LogProblemWidgetTest::theBestNextStepHasTheFocus_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("button");
    QTest::newRow("locked") << static_cast<int>(ErrorCode::Locked) << QStringLiteral("retryButton");
    QTest::newRow("damaged") << static_cast<int>(ErrorCode::Damaged) << QStringLiteral("openLogButton");
    QTest::newRow("not a log") << static_cast<int>(ErrorCode::NotALog) << QStringLiteral("openLogButton");
}

void LogProblemWidgetTest::theBestNextStepHasTheFocus()
{
    QFETCH(int, code);
    QFETCH(QString, button);
    m_widget->showProblem(file("old.psolog"), Error{static_cast<ErrorCode>(code), {}});
    QCOMPARE(m_widget->focusWidget()->objectName(), button);
}

void LogProblemWidgetTest::retryAndQuitAreSignalled()
{
    QSignalSpy retry(m_widget.get(), &LogProblemWidget::retryRequested);
    QSignalSpy quit(m_widget.get(), &LogProblemWidget::quitRequested);
    QTest::keyClick(child<QPushButton>("retryButton"), Qt::Key_Space);
    QTest::keyClick(child<QPushButton>("quitButton"), Qt::Key_Space);
    QCOMPARE(retry.count(), 1);
    QCOMPARE(quit.count(), 1);
}

void LogProblemWidgetTest::anotherLogIsSignalledWithItsPath()
{
    QSignalSpy open(m_widget.get(), &LogProblemWidget::openLogRequested);
    QTest::keyClick(child<QPushButton>("openLogButton"), Qt::Key_Space);
    auto* dialog = m_widget->findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->fileSelected(file("old.psolog"));
    QCOMPARE(open.count(), 1);
    QCOMPARE(open.first().first().toString(), file("old.psolog"));
}

void LogProblemWidgetTest::aNewLogNeverReplacesTheOldFile()
{
    QSignalSpy created(m_widget.get(), &LogProblemWidget::newLogRequested);
    QTest::keyClick(child<QPushButton>("newLogButton"), Qt::Key_Space);
    auto* dialog = m_widget->findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->fileSelected(file("old.psolog"));
    QCOMPARE(created.count(), 0);
    QVERIFY(child<QLabel>("messageLabel")->isVisible());
    Q_EMIT dialog->fileSelected(file("new.psolog"));
    QCOMPARE(created.count(), 1);
    QVERIFY(!QFile::exists(file("new.psolog")));
}

QTEST_MAIN(LogProblemWidgetTest)
#include "logproblemwidget_test.moc"
