// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/aboutdialog.h"

#include <QDialogButtonBox>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include "gui/theme/icons.h"
#include "gui/theme/theme.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {

QPixmap markPixmap(const Theme& theme, double ratio)
{
    const int side = theme.px(48);
    QPixmap pixmap(QSizeF(side * ratio, side * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    drawIcon(painter, Icon::Mark, QRectF(0, 0, side, side), theme.color(Role::Accent),
             theme.color(Role::MuscleHighlight));
    return pixmap;
}

}  // namespace

AboutDialog::AboutDialog(const Theme& theme, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About Psolog"));
    auto* content = new QWidget;
    auto* words = new QVBoxLayout(content);
    words->setContentsMargins(0, 0, space::kS, 0);
    words->setSpacing(space::kM);

    auto* mark = new QLabel;
    mark->setPixmap(markPixmap(theme, devicePixelRatioF()));
    auto* head = new QHBoxLayout;
    head->setSpacing(space::kM);
    head->addWidget(mark);
    auto* name = new QVBoxLayout;
    name->setSpacing(2);
    name->addWidget(makeLabel(QStringLiteral("Psolog"), "page-title"));
    QLabel* version = makeLabel(tr("Version %1").arg(QStringLiteral(PSOLOG_VERSION)), "muted");
    version->setObjectName(QStringLiteral("versionLabel"));
    name->addWidget(version);
    head->addLayout(name, 1);
    words->addLayout(head);

    words->addWidget(makeLabel(tr("A diary for runners whose hamstrings stay sore. It stays on your own disk."), ""));
    QFrame* banner = makeBanner("info");
    auto* inside = new QVBoxLayout(banner);
    inside->setContentsMargins(16, 12, 16, 12);
    inside->addWidget(
        makeLabel(tr("Psolog is not medical advice and not a medical device. It neither finds nor treats a disease. "
                     "When in doubt, ask a clinician."),
                  ""));
    words->addWidget(banner);
    words->addWidget(makeLabel(tr("Licence"), "strong"));
    words->addWidget(makeLabel(
        tr("GPL-3.0-or-later: you may use, study, share and change it. It comes without any warranty."), "muted"));
    words->addWidget(makeLabel(tr("Made with"), "strong"));
    QLabel* libraries = makeLabel(
        tr("Qt %1 · SQLite through SQLiteCpp · spdlog and fmt · QCustomPlot · nlohmann-json · tl::expected · CLI11")
            .arg(QString::fromLatin1(qVersion())),
        "muted");
    libraries->setObjectName(QStringLiteral("librariesLabel"));
    words->addWidget(libraries);
    words->addStretch(1);

    auto* scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("About Psolog"));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("closeButton"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(26, space::kXl, 26, space::kL);
    layout->setSpacing(space::kL);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    resize(QSize(theme.px(480), theme.px(480)).boundedTo(screen()->availableSize() * 9 / 10));
}

}  // namespace psolog
