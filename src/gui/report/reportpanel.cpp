// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/report/reportpanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <QScreen>
#include <QScrollArea>
#include <QStandardPaths>
#include <QVBoxLayout>

#include "gui/report/reportpreview.h"
#include "gui/shell/services.h"
#include "gui/widgets/button.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/make.h"
#include "gui/widgets/wholefile.h"

namespace psolog {

namespace {

constexpr int kControls = 250;      ///< width beside the preview, at 100 % text
constexpr int kLeastPreview = 260;  ///< px; narrower: the controls stand under the preview

}  // namespace

ReportPanel::ReportPanel(Services& services, QWidget* parent) : QWidget(parent), m_services(services)
{
    setObjectName(QStringLiteral("reportPanel"));
    build();
}

ReportPanel::~ReportPanel() = default;

void ReportPanel::build()
{
    const Theme& theme = m_services.theme;
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(space::kL);
    m_preview = new ReportPreview(theme, this);
    m_preview->setObjectName(QStringLiteral("reportPreview"));
    m_columns->addWidget(m_preview, 1);

    auto* controls = new QWidget;
    auto* sides = new QVBoxLayout(controls);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(space::kM);
    // With large text the choices scroll; the buttons stay in view.
    auto* choices = new QWidget;
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("choicesScrollArea"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(choices);
    scroll->viewport()->setAutoFillBackground(false);
    choices->setAutoFillBackground(false);
    sides->addWidget(scroll, 1);
    auto* column = new QVBoxLayout(choices);
    column->setContentsMargins(0, 0, space::kXs, 0);
    column->setSpacing(space::kM);
    column->addWidget(makeLabel(tr("One page"), "card-title"));
    m_intro = makeLabel(
        tr("For a coach, a clinician or your own folder. It is made on this machine and goes nowhere by itself."),
        "muted");
    column->addWidget(m_intro);

    auto* paperLabel = new QLabel(tr("&Paper"));
    m_paper = new QComboBox;
    m_paper->setObjectName(QStringLiteral("paperComboBox"));
    m_paper->addItem(tr("A4"), static_cast<int>(Paper::A4));
    m_paper->addItem(tr("Letter"), static_cast<int>(Paper::Letter));
    m_paper->setCurrentIndex(m_paper->findData(static_cast<int>(usualPaper(QLocale()))));
    paperLabel->setBuddy(m_paper);
    auto* paperRow = new QHBoxLayout;
    paperRow->addWidget(paperLabel);
    paperRow->addWidget(m_paper, 1);
    column->addLayout(paperRow);
    m_notes = new QCheckBox(tr("Include my &notes"));
    m_notes->setObjectName(QStringLiteral("notesCheckBox"));
    column->addWidget(m_notes);

    auto* zoom = new QHBoxLayout;
    zoom->setSpacing(space::kS);
    const auto zoomButton = [&](const QString& text, const QString& name, const char* objectName, auto slot) {
        auto* button = new Button(text, QStringLiteral("secondary"));
        button->setObjectName(QString::fromLatin1(objectName));
        button->setAccessibleName(name);
        button->setToolTip(name);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, m_preview, slot);
        zoom->addWidget(button);
    };
    zoomButton(QStringLiteral("−"), tr("Show the page smaller"), "zoomOutButton", &ReportPreview::zoomOut);
    zoomButton(QStringLiteral("+"), tr("Show the page larger"), "zoomInButton", &ReportPreview::zoomIn);
    zoomButton(tr("&Whole page"), tr("Show the whole page"), "wholePageButton", &ReportPreview::showWholePage);
    zoom->addStretch(1);
    column->addLayout(zoom);
    column->addStretch(1);

    m_errorBanner = makeBanner("bad");
    auto* inside = new QVBoxLayout(m_errorBanner);
    inside->setContentsMargins(14, 10, 14, 10);
    m_errorLabel = makeLabel({}, "");
    m_errorLabel->setObjectName(QStringLiteral("reportErrorLabel"));
    inside->addWidget(m_errorLabel);
    m_retry = new Button(tr("&Try again"), QStringLiteral("secondary"));
    m_retry->setObjectName(QStringLiteral("retryButton"));
    m_retry->setAutoDefault(false);
    inside->addWidget(m_retry, 0, Qt::AlignLeft);
    m_errorBanner->hide();
    column->addWidget(m_errorBanner);
    m_status = makeLabel({}, "small");
    m_status->setObjectName(QStringLiteral("reportStatusLabel"));
    m_status->hide();
    column->addWidget(m_status);

    m_save = new Button(tr("&Save as PDF…"), QStringLiteral("primary"));
    m_save->setObjectName(QStringLiteral("savePdfButton"));
    m_save->setDefault(true);
    m_print = new Button(tr("P&rint…"), QStringLiteral("secondary"));
    m_print->setObjectName(QStringLiteral("printButton"));
    m_print->setAutoDefault(false);
    for (Button* button : {m_save, m_print})
        sides->addWidget(button);
    m_columns->addWidget(controls);

    connect(m_paper, &QComboBox::currentIndexChanged, this, &ReportPanel::refresh);
    connect(m_notes, &QCheckBox::toggled, this, &ReportPanel::refresh);
    connect(m_retry, &QPushButton::clicked, this, &ReportPanel::refresh);
    connect(m_save, &QPushButton::clicked, this, &ReportPanel::chooseFile);
    connect(m_print, &QPushButton::clicked, this, &ReportPanel::choosePrinter);
    connect(&theme, &Theme::changed, this, &ReportPanel::arrange);
    m_buttons = sides;
    arrange();
}

void ReportPanel::setReview(const QString& ownLog)
{
    m_ownLog = ownLog;
    m_intro->setText(
        tr("For the athlete, a clinician or your own folder. It is made on this machine and goes nowhere by itself."));
    m_notes->setText(tr("Include the athlete's &notes"));
}

void ReportPanel::addButton(Button* button)
{
    m_buttons->addWidget(button);
}

QWidget& ReportPanel::focusTarget() const
{
    return *(m_sheet ? m_save : m_retry);
}

void ReportPanel::arrange()
{
    const Theme& theme = m_services.theme;
    QWidget* controls = m_columns->itemAt(1)->widget();
    const bool beside = width() >= theme.px(kControls) + kLeastPreview;
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    controls->setMinimumWidth(beside ? theme.px(kControls) : 0);
    controls->setMaximumWidth(beside ? theme.px(kControls) : QWIDGETSIZE_MAX);
}

void ReportPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ReportPanel::refresh()
{
    m_errorBanner->hide();
    m_status->hide();
    const auto facts = readReport({m_services.athletes, m_services.checkIns, m_services.selfTests, m_services.releases,
                                   m_services.trends, m_sharedFrom},
                                  m_services.today(), m_notes->isChecked() ? ReportNotes::Yes : ReportNotes::No);
    m_save->setEnabled(facts.has_value());
    m_print->setEnabled(facts.has_value());
    m_retry->setVisible(!facts);
    if (!facts) {
        m_sheet.reset();
        m_preview->setSheet(nullptr);
        return showError(headline(facts.error()), describe(facts.error()));
    }
    m_sheet = std::make_shared<const ReportSheet>(*facts, static_cast<Paper>(m_paper->currentData().toInt()));
    m_preview->setSheet(m_sheet);
}

void ReportPanel::clear()
{
    m_sheet.reset();
    m_preview->setSheet(nullptr);
}

void ReportPanel::chooseFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto* dialog = new QFileDialog(this, tr("Save the report"), folder, tr("PDF page (*.pdf)"));
    dialog->setObjectName(QStringLiteral("saveReportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(tr("Psolog report %1").arg(QString::fromStdString(m_services.today().toString()))
                       + QStringLiteral(".pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, &ReportPanel::saveTo);
    dialog->open();
}

bool ReportPanel::saveTo(const QString& path)
{
    if (!m_sheet)
        return false;
    m_errorBanner->hide();
    m_status->hide();
    const QFileInfo target(path);
    // A log that another name leads to is a log all the same.
    if (leadsTo(path, QString::fromStdString(m_services.file.path())) || leadsTo(path, m_ownLog)) {
        showError(tr("That is your log"), tr("The report would replace it. Choose another name."));
        return false;
    }
    const auto pdf = m_sheet->pdf();
    const Result<void> written = pdf
        ? writeWholeFile(path, [&pdf](QIODevice& file) { return file.write(*pdf) == pdf->size(); })
        : tl::unexpected(pdf.error());
    if (!written) {
        showError(headline(written.error()), describe(written.error()));
        return false;
    }
    showDone(tr("Saved as %1.").arg(target.fileName()));
    return true;
}

void ReportPanel::choosePrinter()
{
    const auto printer = std::make_shared<QPrinter>();
    printer->setResolution(ReportSheet::dotsPerInch());
    printer->setPageSize(pageSizeOf(m_sheet->paper()));
    printer->setFullPage(true);
    printer->setDocName(tr("Psolog report"));
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setObjectName(QStringLiteral("printReportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOptions(QAbstractPrintDialog::PrintToFile | QAbstractPrintDialog::PrintShowPageSize);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this, printer] {
        if (!m_sheet)
            return;
        if (const auto printed = m_sheet->print(*printer); !printed)
            showError(tr("It was not printed"), tr("The printer did not take the page. Check it, then try again."));
        else
            showDone(tr("Sent to the printer."));
    });
    dialog->open();
}

void ReportPanel::showError(const QString& title, const QString& text)
{
    m_errorLabel->setText(title + QStringLiteral(". ") + text);
    m_errorBanner->show();
}

void ReportPanel::showDone(const QString& text)
{
    m_status->setText(text);
    m_status->show();
}

}  // namespace psolog
