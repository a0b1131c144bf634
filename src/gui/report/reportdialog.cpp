// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/report/reportdialog.h"

#include <QScreen>
#include <QVBoxLayout>

#include "gui/report/reportpanel.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"

namespace psolog {

namespace {

constexpr QSize kFirstSize{860, 760};

}  // namespace

ReportDialog::ReportDialog(Services& services, QWidget* parent)
    : QDialog(parent),
      m_panel(new ReportPanel(services, this))
{
    setObjectName(QStringLiteral("reportDialog"));
    setWindowTitle(tr("Report"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kL, space::kL, space::kL, space::kL);
    column->addWidget(m_panel);
    auto* close = new Button(tr("&Close"), QStringLiteral("secondary"));
    close->setObjectName(QStringLiteral("closeButton"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    m_panel->addButton(close);

    const Theme& theme = services.theme;
    const QSize most = (parent != nullptr ? parent->screen() : screen())->availableSize() * 0.92;
    resize(QSize(theme.px(kFirstSize.width()), theme.px(kFirstSize.height())).boundedTo(most));
    m_panel->refresh();
    m_panel->focusTarget().setFocus();
}

const ReportSheet* ReportDialog::sheet() const
{
    return m_panel->sheet();
}

bool ReportDialog::saveTo(const QString& path)
{
    return m_panel->saveTo(path);
}

}  // namespace psolog
