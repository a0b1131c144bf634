// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/learn/learnpage.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "gui/learn/chapterview.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/widgets/make.h"
#include "gui/widgets/pageheader.h"

namespace psolog {

namespace {
constexpr int kListWidth = 256;
/// Below this width of the page, at 100 % text, the list of chapters becomes a box.
constexpr int kRoomForList = 700;

/// Draws a chapter of the list as the navigation draws its pages: the current one on a soft rounded ground.
class ChapterDelegate : public QStyledItemDelegate {
public:
    ChapterDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) { }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool current = (option.state & QStyle::State_Selected) != 0;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (current) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(m_theme.color(Role::AccentSoft));
            painter->drawRoundedRect(QRectF(option.rect).adjusted(kInset / 2.0, 1, -kInset / 2.0, -1), 7, 7);
        }
        painter->setPen(m_theme.color(current ? Role::Accent : Role::Text));
        painter->setFont(m_theme.font(current ? TextStyle::BodyStrong : TextStyle::Body));
        painter->drawText(option.rect.adjusted(m_theme.px(kInset), 0, -m_theme.px(kInset), 0),
                          Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap, index.data().toString());
        painter->restore();
    }

    static constexpr int kInset = 14;

private:
    const Theme& m_theme;
};
}  // namespace

LearnPage::LearnPage(Services& services, QWidget* parent) : TopicPage(services, parent)
{
    setObjectName(QStringLiteral("learnPage"));
    if (auto text = LearnText::load(locale()))
        m_text = std::move(*text);
    else
        qFatal("Learn: %s", text.error().detail.c_str());  // compiled in, so this is a broken build
    build();
    retranslate();
    selectChapter(0);
    connect(&services.theme, &Theme::changed, this, [this] {
        fillList();
        arrange();
        m_view->rebuild();
    });
}

void LearnPage::build()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(34, space::kXl, 0, 0);
    layout->setSpacing(space::kL);
    m_header = new PageHeader(this);
    layout->addWidget(m_header);

    m_comboLabel = makeLabel(QString(), "muted", this);
    m_comboLabel->setWordWrap(false);
    m_combo = new QComboBox(this);
    m_combo->setObjectName(QStringLiteral("chapterComboBox"));
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_combo->setMinimumContentsLength(12);
    m_combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_comboLabel->setBuddy(m_combo);
    auto* choice = new QHBoxLayout;
    choice->setContentsMargins(0, 0, 34, 0);
    choice->setSpacing(space::kM);
    choice->addWidget(m_comboLabel);
    choice->addWidget(m_combo, 1);
    layout->addLayout(choice);

    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("chapterList"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setItemDelegate(new ChapterDelegate(services().theme, m_list));
    m_view = new ChapterView(services().theme, services().poses, m_text, this);
    auto* body = new QHBoxLayout;
    body->setSpacing(space::kXl);
    auto* left = new QVBoxLayout;
    left->setContentsMargins(0, 0, 0, space::kXl);
    left->addWidget(m_list, 1000);
    left->addStretch(1);
    body->addLayout(left);
    body->addWidget(m_view, 1);
    layout->addLayout(body, 1);

    connect(m_list, &QListWidget::currentRowChanged, this, &LearnPage::selectChapter);
    connect(m_combo, &QComboBox::currentIndexChanged, this, &LearnPage::selectChapter);
    connect(m_view, &ChapterView::topicActivated, this, [this](const QString& topic) {
        openTopic(topic);
        m_view->setFocus();
    });
    connect(m_view, &ChapterView::sourceActivated, this, [this](const QString& id) {
        openTopic(id);
        m_view->setFocus();
    });
}

void LearnPage::fillList()
{
    const QSignalBlocker quietList(m_list);
    const QSignalBlocker quietCombo(m_combo);
    m_list->clear();
    m_combo->clear();
    const Theme& theme = services().theme;
    m_list->setFixedWidth(theme.px(kListWidth));
    const int inset = theme.px(ChapterDelegate::kInset);
    int height = 2 * m_list->frameWidth();
    const QFontMetrics metrics(theme.font(TextStyle::BodyStrong));
    for (const LearnChapter& chapter : m_text.chapters()) {
        auto* item = new QListWidgetItem(chapter.title, m_list);
        const QRect words =
            metrics.boundingRect(QRect(0, 0, theme.px(kListWidth) - 2 * inset, 1000), Qt::TextWordWrap, chapter.title);
        item->setSizeHint(QSize(theme.px(kListWidth) - 8, words.height() + theme.px(18)));
        height += item->sizeHint().height();
        m_combo->addItem(chapter.title);
    }
    m_list->setMaximumHeight(height + theme.px(space::kS));
    m_list->setCurrentRow(m_view->chapter());
    m_combo->setCurrentIndex(m_view->chapter());
}

void LearnPage::arrange()
{
    const bool narrow = width() < services().theme.px(kRoomForList);
    m_list->setVisible(!narrow);
    m_combo->setVisible(narrow);
    m_comboLabel->setVisible(narrow);
}

void LearnPage::activate()
{
    if (m_list->isHidden())
        m_combo->setFocus();
    else
        m_list->setFocus();
}

void LearnPage::openTopic(const QString& topic)
{
    if (const auto place = m_text.find(topic))
        showPlace(*place);
}

QString LearnPage::chapterTopic() const
{
    return m_text.chapters().at(static_cast<std::size_t>(m_view->chapter())).topic;
}

void LearnPage::showPlace(const LearnText::Place& place)
{
    selectChapter(place.chapter);
    if (!place.anchor.isEmpty())
        m_view->showAnchor(place.anchor);
}

void LearnPage::selectChapter(int index)
{
    if (index < 0)
        return;
    m_view->showChapter(index);
    const QSignalBlocker quietList(m_list);
    const QSignalBlocker quietCombo(m_combo);
    m_list->setCurrentRow(index);
    m_combo->setCurrentIndex(index);
}

void LearnPage::resizeEvent(QResizeEvent* event)
{
    TopicPage::resizeEvent(event);
    arrange();
}

void LearnPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        if (auto text = LearnText::load(locale()))
            m_text = std::move(*text);
        retranslate();
        m_view->rebuild();
    }
    TopicPage::changeEvent(event);
}

void LearnPage::retranslate()
{
    m_header->setKicker(tr("Claims to be tried, and how sure they are"));
    m_header->setTitle(tr("Learn"));
    m_comboLabel->setText(tr("&Chapter"));
    m_list->setAccessibleName(tr("Chapters"));
    fillList();
}

}  // namespace psolog
