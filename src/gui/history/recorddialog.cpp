// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/history/recorddialog.h"

#include <utility>

#include <QLocale>
#include <QPushButton>

#include "gui/theme/theme.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/make.h"
#include "gui/widgets/scorescale.h"
#include "ui_recorddialog.h"

namespace psolog {

RecordDialog::RecordDialog(Theme& theme, const RecordEdit& edit, bool withTightness, Store store, QWidget* parent)
    : QDialog(parent),
      m_ui(std::make_unique<Ui::RecordDialog>()),
      m_left(new ScoreScale(theme)),
      m_right(new ScoreScale(theme)),
      m_store(std::move(store))
{
    m_ui->setupUi(this);
    m_left->setObjectName(QStringLiteral("tightnessLeftScale"));
    m_right->setObjectName(QStringLiteral("tightnessRightScale"));
    m_left->setAccessibleName(tr("Tightness afterwards, left"));
    m_right->setAccessibleName(tr("Tightness afterwards, right"));
    m_left->setCompact(true);
    m_right->setCompact(true);
    m_left->setValue(edit.after.left);
    m_right->setValue(edit.after.right);
    m_ui->leftLayout->addWidget(m_left);
    m_ui->rightLayout->addWidget(m_right);
    setTabOrder(m_ui->noteEdit, m_left);
    setTabOrder(m_left, m_right);
    m_ui->leftLabel->setBuddy(m_left);
    m_ui->rightLabel->setBuddy(m_right);
    m_ui->tightnessFields->setVisible(withTightness);
    m_ui->noteEdit->setPlainText(QString::fromStdString(edit.note));
    m_ui->noteErrorLabel->hide();
    QPushButton* save = m_ui->buttonBox->button(QDialogButtonBox::Save);
    save->setObjectName(QStringLiteral("recordSaveButton"));
    save->setText(tr("Save changes"));
    QPushButton* cancel = m_ui->buttonBox->button(QDialogButtonBox::Cancel);
    cancel->setText(tr("Cancel"));
    setTabOrder(m_right, save);
    setTabOrder(save, cancel);
    connect(m_ui->noteEdit, &QPlainTextEdit::textChanged, this, [this] {
        m_ui->noteErrorLabel->hide();
        setLook(m_ui->noteEdit, "invalid", false);
    });
    m_ui->noteEdit->setFocus();
}

RecordDialog::~RecordDialog() = default;

void RecordDialog::accept()
{
    const RecordEdit edit{m_ui->noteEdit->toPlainText().toStdString(), {m_left->value(), m_right->value()}};
    if (const auto stored = m_store(edit); !stored) {
        const Invalid& invalid = stored.error();
        QString words = describe(invalid.error);
        if (invalid.field == Field::Note) {
            const QLocale locale;
            words =
                tr("This note has %1 characters; at most %2 fit. It is all still here: shorten it, then save again.")
                    .arg(locale.toString(static_cast<qlonglong>(codePoints(edit.note))),
                         locale.toString(static_cast<qlonglong>(kMaxNoteLength)));
            setLook(m_ui->noteEdit, "invalid", true);
        } else {
            words = headline(invalid.error) + QStringLiteral(". ") + words;
        }
        m_ui->noteErrorLabel->setText(words);
        m_ui->noteErrorLabel->show();
        m_ui->noteEdit->setFocus();
        return;
    }
    QDialog::accept();
}

}  // namespace psolog
