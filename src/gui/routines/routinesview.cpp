// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/routines/routinesview.h"

#include <algorithm>

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/validation.h"
#include "gui/routines/routinecommand.h"
#include "gui/routines/routinedelegate.h"
#include "gui/routines/routinedetails.h"
#include "gui/routines/routineeditor.h"
#include "gui/routines/routinelistmodel.h"
#include "gui/routines/routinewords.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/make.h"
#include "gui/widgets/pageheader.h"
#include "gui/widgets/routinetexts.h"

namespace psolog {

namespace {

constexpr int kPadding = 20;
constexpr int kTwoColumns = 700;  ///< from this width on, at 100 % text
constexpr int kListHeight = 320;
constexpr std::size_t kListedFiles = 12;

QString nameOfFiles()
{
    return RoutinesView::tr("Routines (*.json)");
}

}  // namespace

RoutinesView::RoutinesView(Services& services, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_stack(new QStackedWidget(this)),
      m_header(new PageHeader),
      m_importButton(new Button({}, QStringLiteral("secondary"))),
      m_backButton(new Button({}, QStringLiteral("secondary"))),
      m_lead(makeLabel({}, "muted")),
      m_error(makeLabel({}, "error")),
      m_unusedBanner(makeBanner("warn")),
      m_unusedTitle(makeLabel({}, "strong", m_unusedBanner)),
      m_unused(makeLabel({}, "", m_unusedBanner)),
      m_cards(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_list(new QListView),
      m_model(new RoutineListModel(this)),
      m_details(new RoutineDetails(services.theme, services.poses)),
      m_editor(new RoutineEditor(services.theme, services.poses, [this](const Routine& one) { return store(one); }))
{
    build();
    connect(m_importButton, &QPushButton::clicked, this, &RoutinesView::chooseImport);
    connect(m_backButton, &QPushButton::clicked, this, &RoutinesView::closed);
    connect(m_details, &RoutineDetails::useRequested, this,
            [this] { Q_EMIT used(QString::fromStdString(m_selected)); });
    connect(m_details, &RoutineDetails::editRequested, this, &RoutinesView::editSelected);
    connect(m_details, &RoutineDetails::duplicateRequested, this, &RoutinesView::duplicate);
    connect(m_details, &RoutineDetails::deleteRequested, this, &RoutinesView::remove);
    connect(m_details, &RoutineDetails::exportRequested, this, &RoutinesView::chooseExport);
    connect(m_editor, &RoutineEditor::closed, this, &RoutinesView::closeEditor);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        if (!current.isValid())
            return;
        m_selected = m_model->at(current.row()).routine.id;
        m_error->hide();
        showSelected();
    });
    connect(&services.changes, &LogChanges::logChanged, this, [this] {
        if (isVisible())
            reload();
    });
    retranslate();
}

void RoutinesView::build()
{
    m_importButton->setObjectName(QStringLiteral("importRoutineButton"));
    m_backButton->setObjectName(QStringLiteral("closeRoutinesButton"));
    m_error->setObjectName(QStringLiteral("routinesErrorLabel"));
    m_unusedBanner->setObjectName(QStringLiteral("unusedBanner"));
    m_unused->setObjectName(QStringLiteral("unusedLabel"));
    m_list->setObjectName(QStringLiteral("routineListView"));
    m_details->setObjectName(QStringLiteral("routineDetails"));
    m_editor->setObjectName(QStringLiteral("routineEditor"));
    m_stack->addWidget(makeListPage());
    m_stack->addWidget(m_editor);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
}

QWidget* RoutinesView::makeListPage()
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RoutineDelegate(m_services.theme, *m_model, m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto fit = [this] {
        m_list->setMinimumHeight(m_services.theme.px(kListHeight));
        m_list->doItemsLayout();
    };
    fit();
    connect(&m_services.theme, &Theme::changed, this, fit);
    m_header->addAction(m_importButton);
    m_header->addAction(m_backButton);
    m_error->hide();

    auto* banner = new QVBoxLayout(m_unusedBanner);
    banner->setContentsMargins(space::kL, space::kM, space::kL, space::kM);
    banner->setSpacing(space::kXs);
    banner->addWidget(m_unusedTitle);
    banner->addWidget(m_unused);

    auto* card = makeCard();
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    inside->addWidget(m_details);
    m_cards->setSpacing(space::kL);
    m_cards->addWidget(m_list, 2);
    m_cards->addWidget(card, 3);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(34, 26, 34, 26);
    column->setSpacing(space::kM);
    column->addWidget(m_header);
    column->addWidget(m_lead);
    column->addWidget(m_error);
    column->addWidget(m_unusedBanner);
    column->addLayout(m_cards, 1);
    return page;
}

void RoutinesView::open(const std::string& id)
{
    m_stack->setCurrentIndex(0);
    m_selected = id;
    m_error->hide();
    reload();
}

void RoutinesView::setProposal(const std::optional<RoutineProposal>& proposal)
{
    m_proposal = proposal;
    if (isVisible())
        reload();
}

void RoutinesView::reload()
{
    const auto& routines = m_services.routines.routines();
    const std::string& setting = m_services.settings.current().routine;
    const std::string& chosen = m_services.routines.find(setting) == nullptr ? routines.front().routine.id : setting;
    // A copy, because the reset of the model makes another row current for a moment.
    const std::string wanted = m_selected;
    const int before = m_list->currentIndex().row();
    m_model->show(routines, chosen, m_proposal ? m_proposal->routineId : std::string());
    const int row = m_model->rowOf(wanted);
    // What was deleted leaves its place to its neighbour.
    m_list->setCurrentIndex(m_model->index(row >= 0 ? row : std::clamp(before, 0, m_model->rowCount() - 1)));
    showSelected();
    showUnused();
}

void RoutinesView::select(const std::string& id)
{
    if (const int row = m_model->rowOf(id); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

const Routine* RoutinesView::selected() const
{
    const StoredRoutine* stored = m_services.routines.find(m_selected);
    return stored == nullptr ? nullptr : &stored->routine;
}

void RoutinesView::showSelected()
{
    const int row = m_list->currentIndex().row();
    if (row >= 0)
        m_details->show(m_model->at(row), m_model->isChosen(row),
                        m_model->isProposed(row) && m_proposal ? RoutineWords::reason(*m_proposal) : QString());
}

void RoutinesView::showUnused()
{
    const auto& files = m_services.routines.unused();
    m_unusedBanner->setVisible(!files.empty());
    m_unusedTitle->setText(
        tr("%n file(s) of yours cannot be used. Each is left as it is.", "", static_cast<int>(files.size())));
    QStringList lines;
    for (std::size_t i = 0; i < std::min(files.size(), kListedFiles); ++i)
        lines << QString::fromStdString(files[i].error.detail);
    if (files.size() > kListedFiles)
        lines << tr("and %n more", "", static_cast<int>(files.size() - kListedFiles));
    m_unused->setText(lines.join(QLatin1Char('\n')));
}

void RoutinesView::showError(const QString& message)
{
    m_error->setText(message);
    m_error->show();
    // It stands at the top: whoever has scrolled down would think that nothing happened.
    for (QWidget* up = parentWidget(); up != nullptr; up = up->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(up))
            return area->ensureVisible(0, 0);
}

void RoutinesView::showFailure(const QString& message)
{
    reload();
    showError(message);
}

void RoutinesView::duplicate()
{
    const Routine* const original = selected();
    if (original == nullptr)
        return;
    Routine copy = translated(*original);
    if (const std::string name = tr("%1, copy").arg(QString::fromStdString(copy.name)).toStdString();
        codePoints(name) <= kMaxNameLength)
        copy.name = name;
    copy.id = m_services.routines.freeId(copy.name);
    if (const auto made = RoutineCommand::perform(m_services, *this, tr("duplicated routine"), std::nullopt, copy);
        !made)
        return showFailure(tr("Not duplicated: %1").arg(RoutineWords::failure(made.error())));
    reload();
    select(copy.id);
    Q_EMIT noticed(tr("Duplicated: %1").arg(QString::fromStdString(copy.name)), true);
    editSelected();
}

void RoutinesView::remove()
{
    const Routine* const found = selected();
    if (found == nullptr)
        return;
    const Routine gone = *found;
    if (const auto done = RoutineCommand::perform(m_services, *this, tr("deleted routine"), gone, std::nullopt); !done)
        return showFailure(tr("Not deleted: %1").arg(RoutineWords::failure(done.error())));
    reload();
    Q_EMIT noticed(tr("Deleted: %1").arg(QString::fromStdString(gone.name)), true);
    m_list->setFocus(Qt::OtherFocusReason);
}

void RoutinesView::editSelected()
{
    const Routine* const routine = selected();
    if (routine == nullptr)
        return;
    m_edited = routine->id;
    m_editor->edit(*routine);
    m_stack->setCurrentWidget(m_editor);
    m_editor->focusFirst();
}

Result<void> RoutinesView::store(const Routine& routine)
{
    const StoredRoutine* const before = m_services.routines.find(m_edited);
    const auto was = before == nullptr ? std::nullopt : std::optional(before->routine);
    if (auto done = RoutineCommand::perform(m_services, *this, tr("changed routine"), was, routine); !done)
        return done;
    Q_EMIT noticed(tr("Saved: %1").arg(QString::fromStdString(routine.name)), true);
    return {};
}

void RoutinesView::closeEditor()
{
    m_stack->setCurrentIndex(0);
    m_selected = m_edited;
    reload();
    m_list->setFocus(Qt::OtherFocusReason);
}

void RoutinesView::importFrom(const QString& path)
{
    auto routine = m_services.routines.read(path.toStdString());
    if (!routine)
        return showError(tr("Not imported: %1").arg(QString::fromStdString(routine.error().detail)));
    if (m_services.routines.find(routine->id) != nullptr)
        routine->id = m_services.routines.freeId(routine->name);
    if (const auto made = RoutineCommand::perform(m_services, *this, tr("imported routine"), std::nullopt, *routine);
        !made)
        return showFailure(tr("Not imported: %1").arg(RoutineWords::failure(made.error())));
    m_error->hide();
    reload();
    select(routine->id);
    Q_EMIT noticed(tr("Imported: %1").arg(QString::fromStdString(routine->name)), true);
}

void RoutinesView::exportTo(const QString& path)
{
    const Routine* const routine = selected();
    if (routine == nullptr)
        return;
    if (const auto written = m_services.routines.write(*routine, path.toStdString()); !written)
        return showError(tr("Not exported: %1").arg(RoutineWords::failure(written.error())));
    m_error->hide();
    Q_EMIT noticed(tr("Exported to %1").arg(QFileInfo(path).fileName()), false);
}

void RoutinesView::chooseImport()
{
    auto* dialog = new QFileDialog(this, tr("Import a routine"), QString(), nameOfFiles());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &RoutinesView::importFrom);
    dialog->open();
}

void RoutinesView::chooseExport()
{
    auto* dialog = new QFileDialog(this, tr("Export the routine"), QString(), nameOfFiles());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(QString::fromStdString(m_selected) + QStringLiteral(".json"));
    connect(dialog, &QFileDialog::fileSelected, this, &RoutinesView::exportTo);
    dialog->open();
}

bool RoutinesView::mayLeave()
{
    return m_stack->currentWidget() != m_editor || m_editor->mayLeave();
}

void RoutinesView::focusFirst()
{
    if (m_stack->currentWidget() == m_editor)
        m_editor->focusFirst();
    else
        m_list->setFocus(Qt::OtherFocusReason);
}

void RoutinesView::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else if (enter && m_list->hasFocus())
        Q_EMIT used(QString::fromStdString(m_selected));
    else
        QWidget::keyPressEvent(event);
}

void RoutinesView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RoutinesView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() >= m_services.theme.px(kTwoColumns);
    m_cards->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void RoutinesView::retranslate()
{
    m_header->setKicker(tr("Release"));
    m_header->setTitle(tr("Routines"));
    m_importButton->setText(tr("&Import\u2026"));
    m_backButton->setText(tr("&Back"));
    m_lead->setText(tr("What a release does, step by step. Duplicate one to make it your own."));
    m_list->setAccessibleName(tr("Routines"));
    m_details->retranslate();
    reload();
}

}  // namespace psolog
