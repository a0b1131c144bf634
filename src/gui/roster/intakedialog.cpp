// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/roster/intakedialog.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScreen>
#include <QTableView>
#include <QVBoxLayout>

#include "gui/roster/coachwords.h"
#include "gui/roster/intakedelegate.h"
#include "gui/roster/intakemodel.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {
constexpr QSize kSize{820, 540};  ///< at 100 % text
constexpr int kFileShare = 5;     ///< of kShares parts of the width
constexpr int kShares = 12;
constexpr int kMargin = 26;
}  // namespace

IntakeDialog::IntakeDialog(Services& services, std::shared_ptr<const IntakePreview> preview, Purpose purpose,
                           QWidget* parent)
    : QDialog(parent),
      m_services(services),
      m_preview(std::move(preview)),
      m_purpose(purpose),
      m_model(new IntakeModel(m_preview, services.today(), this))
{
    setObjectName(purpose == Purpose::TakeIn ? QStringLiteral("intakeDialog") : QStringLiteral("refusedDialog"));
    build();
    refresh();
    const Theme& theme = services.theme;
    resize(QSize(theme.px(kSize.width()), theme.px(kSize.height())).boundedTo(screen()->availableSize() * 0.92));
    m_table->setFocus();
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, IntakeModel::FileColumn));
}

void IntakeDialog::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(space::kM);
    m_title = makeLabel({}, "card-title", this);
    m_title->setObjectName(QStringLiteral("intakeTitleLabel"));
    m_words = makeLabel({}, "muted", this);
    m_words->setObjectName(QStringLiteral("intakeWordsLabel"));
    column->addWidget(m_title);
    column->addWidget(m_words);

    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("intakeTable"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new IntakeDelegate(m_services.theme, m_table));
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->viewport()->installEventFilter(this);
    column->addWidget(m_table, 1);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    buttons->addStretch(1);
    m_close = new Button(QString(), QString(), this);
    m_close->setObjectName(QStringLiteral("intakeCancelButton"));
    m_close->setAutoDefault(false);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    buttons->addWidget(m_close);
    m_take = new Button(QString(), QStringLiteral("primary"), this);
    m_take->setObjectName(QStringLiteral("takeInButton"));
    connect(m_take, &QPushButton::clicked, this, [this] {
        const std::vector<ProposedFile> files = m_model->chosen();
        accept();
        Q_EMIT chosen(files);
    });
    buttons->addWidget(m_take);
    column->addLayout(buttons);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &IntakeDialog::refresh);
}

QString IntakeDialog::heading() const
{
    const int offered = m_model->offered();
    if (m_purpose == Purpose::Refused)
        return CoachWords::refused(static_cast<int>(m_preview->refused.size()));
    return offered == 0 ? tr("Nothing to take in") : tr("%n file(s) to take in", nullptr, offered);
}

QString IntakeDialog::explanation() const
{
    QStringList parts;
    if (m_purpose == Purpose::Refused) {
        parts << tr("Nothing was taken from them, and they were left as they are.");
        return parts.join(u' ');
    }
    const auto known = static_cast<int>(m_preview->files.size()) - m_model->offered();
    if (known > 0)
        parts << tr("%n file(s) have nothing new.", nullptr, known);
    if (!m_preview->refused.empty())
        parts << tr("%n refused; the others are not held up by that.", nullptr,
                    static_cast<int>(m_preview->refused.size()));
    if (m_preview->others > 0)
        parts << tr("%n other file(s) were left alone.", nullptr, m_preview->others);
    parts << tr("Nothing is stored before you take it in; the files themselves stay as they are.");
    return parts.join(u' ');
}

void IntakeDialog::refresh()
{
    setWindowTitle(m_purpose == Purpose::TakeIn ? tr("Take in files") : tr("Refused files"));
    m_title->setText(heading());
    m_words->setText(explanation());
    m_table->setAccessibleName(m_title->text());
    const auto count = static_cast<int>(m_model->chosen().size());
    const bool offers = m_purpose == Purpose::TakeIn && m_model->offered() > 0;
    m_take->setVisible(offers);
    m_take->setEnabled(count > 0);
    m_take->setText(tr("&Take in %1").arg(count));
    m_take->setDefault(offers);
    m_close->setText(offers ? tr("&Cancel") : tr("&Close"));
    m_close->setDefault(!offers);
}

bool IntakeDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitRows();
    return QDialog::eventFilter(watched, event);
}

void IntakeDialog::fitRows()
{
    const int room = m_table->viewport()->width();
    m_table->setColumnWidth(IntakeModel::FileColumn, room * kFileShare / kShares);
    m_table->setColumnWidth(IntakeModel::WordsColumn, room - room * kFileShare / kShares);
    m_table->resizeRowsToContents();
}

void IntakeDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QDialog::changeEvent(event);
}

}  // namespace psolog
