// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/learn/chapterview.h"

#include <algorithm>

#include <QFrame>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include "gui/body/figurewidget.h"
#include "gui/learn/sorenesstimeline.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {

constexpr int kColumnWidth = 680;
constexpr int kBesideWidth = 250;
constexpr double kBesideHeight = 210;
constexpr double kRowHeight = 190;
constexpr double kUprightHeight = 250;
/// A picture this much wider than high is a lying figure.
constexpr double kLying = 1.6;
/// Part of a lying figure shown where three stand in a row: the trunk, in units of the pose.
constexpr double kTrunkLeft = 22;
constexpr double kTrunkWidth = 76;
constexpr int kStepsShownBeside = 3;
constexpr auto kParagraph = "<p style=\"line-height:142%; margin:0\">%1</p>";

const char* bannerTone(LearnBlock::Kind kind)
{
    if (kind == LearnBlock::Kind::Stop)
        return "bad";
    return kind == LearnBlock::Kind::Warning ? "warn" : "info";
}

double ratioOf(const PoseFrame& frame)
{
    return frame.height > 0 ? frame.width / frame.height : 1;
}

/// Blocks that may stand beside a figure.
bool isRunningText(const LearnBlock& block)
{
    return block.kind == LearnBlock::Kind::Paragraph || block.kind == LearnBlock::Kind::Bullets
        || block.kind == LearnBlock::Kind::Steps;
}

}  // namespace

ChapterView::ChapterView(const Theme& theme, const PoseLibrary& poses, const LearnText& text, QWidget* parent)
    : QScrollArea(parent),
      m_theme(theme),
      m_poses(poses),
      m_text(text)
{
    setObjectName(QStringLiteral("chapterView"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAutoFillBackground(false);
}

void ChapterView::showChapter(int index)
{
    m_chapter = index;
    build();
    verticalScrollBar()->setValue(0);
}

void ChapterView::rebuild()
{
    const int position = verticalScrollBar()->value();
    build();
    widget()->adjustSize();
    verticalScrollBar()->setValue(position);
}

void ChapterView::showAnchor(const QString& anchor)
{
    QWidget* target = m_anchors.value(anchor);
    if (target == nullptr)
        return;
    // The position is known only after the new content was laid out.
    widget()->ensurePolished();
    widget()->layout()->activate();
    widget()->resize(viewport()->width(),
                     widget()->layout()->hasHeightForWidth()
                         ? widget()->layout()->totalHeightForWidth(viewport()->width())
                         : widget()->sizeHint().height());
    verticalScrollBar()->setValue(target->mapTo(widget(), QPoint(0, 0)).y() - m_theme.px(space::kM));
    if (auto* frame = qobject_cast<QFrame*>(target); frame != nullptr && target->objectName().startsWith(u"source"))
        setLook(frame, "banner", QStringLiteral("info"));
}

void ChapterView::build()
{
    const LearnChapter& chapter = m_text.chapters().at(static_cast<std::size_t>(m_chapter));
    m_anchors.clear();
    m_rows.clear();
    setAccessibleName(chapter.title);

    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("chapterContent"));
    auto* outer = new QHBoxLayout(content);
    outer->setContentsMargins(m_theme.px(space::kXs), 0, m_theme.px(space::kL), space::kXl);
    auto* page = new QWidget(content);
    page->setMaximumWidth(m_theme.px(kColumnWidth));
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.px(space::kM));
    outer->addWidget(page, 100);
    outer->addStretch(1);

    QLabel* title = makeLabel(chapter.title, "page-title", page);
    title->setObjectName(QStringLiteral("chapterTitleLabel"));
    column->addWidget(title);
    QLabel* lead = makeLabel(QString(), "muted", page);
    lead->setObjectName(QStringLiteral("leadLabel"));
    lead->setTextFormat(Qt::RichText);
    lead->setText(QString::fromLatin1(kParagraph).arg(html(chapter.lead)));
    column->addWidget(lead);
    column->addSpacing(m_theme.px(space::kXs));

    for (std::size_t i = 0; i < chapter.blocks.size(); ++i) {
        const LearnBlock& block = chapter.blocks[i];
        if (!standsBeside(block)) {
            addBlock(column, block);
            continue;
        }
        std::vector<const LearnBlock*> beside;
        std::size_t lines = 0;
        while (i + 1 < chapter.blocks.size()) {
            const LearnBlock& next = chapter.blocks[i + 1];
            // A heading stays with its text; what is longer than the figure goes below it.
            const bool heading = next.kind == LearnBlock::Kind::Heading && beside.empty();
            if (!heading && (!isRunningText(next) || lines >= kStepsShownBeside))
                break;
            lines += heading ? 0 : std::max<std::size_t>(1, static_cast<std::size_t>(next.items.size()));
            beside.push_back(&next);
            ++i;
        }
        addBeside(column, block, beside);
    }
    addFoot(column, chapter);
    column->addStretch(1);
    setWidget(content);
    // setWidget() lets it fill its background, in a palette that a widget made this late has not inherited.
    content->setAutoFillBackground(false);
    arrangeRows();
}

bool ChapterView::standsBeside(const LearnBlock& block) const
{
    if (block.kind != LearnBlock::Kind::Figures || block.figures.size() != 1
        || block.figures.front().kind != LearnFigure::Kind::Pose)
        return false;
    const auto pose = m_poses.find(block.figures.front().name.toStdString());
    return pose != m_poses.end() && ratioOf(pose->second.frame) < kLying;
}

QString ChapterView::html(const QString& inlineText) const
{
    // A style sheet hides the palette's link colour from rich text, so it is part of the text.
    return m_text.toHtml(inlineText, m_theme.color(Role::Muted).name(), m_theme.color(Role::Accent).name());
}

QWidget* ChapterView::makeText(const QString& inlineText)
{
    auto* label = new QLabel;
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setText(QString::fromLatin1(kParagraph).arg(html(inlineText)));
    if (inlineText.contains(QStringLiteral("](topic:"))) {
        label->setTextInteractionFlags(Qt::TextBrowserInteraction);
        label->setFocusPolicy(Qt::StrongFocus);
        connect(label, &QLabel::linkActivated, this, [this](const QString& link) {
            // Following a link deletes this label, so not while it is still handling the click.
            const QString topic = link.section(u':', 1);
            QMetaObject::invokeMethod(
                this, [this, topic] { Q_EMIT topicActivated(topic); }, Qt::QueuedConnection);
        });
    } else {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setFocusPolicy(Qt::ClickFocus);
    }
    return label;
}

void ChapterView::addBlock(QVBoxLayout* column, const LearnBlock& block)
{
    switch (block.kind) {
    case LearnBlock::Kind::Heading: {
        if (column->count() > 0)
            column->addSpacing(m_theme.px(space::kS));
        QLabel* heading = makeLabel(block.text, "card-title");
        column->addWidget(heading);
        if (!block.anchor.isEmpty())
            m_anchors.insert(block.anchor, heading);
        break;
    }
    case LearnBlock::Kind::Paragraph:
        column->addWidget(makeText(block.text));
        break;
    case LearnBlock::Kind::Bullets:
    case LearnBlock::Kind::Steps:
        addList(column, block);
        break;
    case LearnBlock::Kind::Claim:
    case LearnBlock::Kind::Warning:
    case LearnBlock::Kind::Stop:
        addBox(column, block);
        break;
    case LearnBlock::Kind::Figures:
        addFigures(column, block);
        break;
    case LearnBlock::Kind::Source:
        addSource(column, block);
        break;
    }
}

void ChapterView::addList(QVBoxLayout* column, const LearnBlock& block)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(m_theme.px(space::kM));
    grid->setVerticalSpacing(m_theme.px(space::kS));
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const QString& item : block.items) {
        const bool steps = block.kind == LearnBlock::Kind::Steps;
        auto* mark = new QLabel(steps ? QString::number(row + 1) : QStringLiteral("•"));
        mark->setProperty("look", QStringLiteral("strong"));
        mark->setContentsMargins(m_theme.px(space::kXs), m_theme.px(2), 0, 0);
        grid->addWidget(mark, row, 0, Qt::AlignTop | Qt::AlignRight);
        grid->addWidget(makeText(item), row, 1);
        ++row;
    }
    column->addLayout(grid);
}

void ChapterView::addBox(QVBoxLayout* column, const LearnBlock& block)
{
    QFrame* box = makeBanner(bannerTone(block.kind));
    auto* inside = new QVBoxLayout(box);
    inside->setContentsMargins(m_theme.px(16), m_theme.px(space::kM), m_theme.px(16), m_theme.px(space::kM));
    inside->addWidget(makeText(block.text));
    column->addWidget(box);
}

QWidget* ChapterView::makePose(const LearnFigure& figure, double height, bool trunkOnly)
{
    const auto found = m_poses.find(figure.name.toStdString());
    if (found == m_poses.end())
        return nullptr;
    Pose pose = found->second;
    if (trunkOnly) {
        pose.frame.left = pose.root.x - kTrunkLeft;
        pose.frame.width = kTrunkWidth;
    }
    auto* picture = new FigureWidget(m_theme, m_poses);
    picture->setPose(pose);
    if (const auto muscle = fromName<Muscle>(figure.highlight.toStdString()))
        picture->setHighlight({*muscle});
    picture->setFixedHeight(m_theme.px(height));
    picture->setMinimumWidth(m_theme.px(120));
    picture->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return picture;
}

QWidget* ChapterView::makeFigure(const LearnFigure& figure, double height, bool trunkOnly)
{
    QWidget* picture = nullptr;
    if (figure.kind == LearnFigure::Kind::Timeline)
        picture = new SorenessTimeline(m_theme);
    else
        picture = makePose(figure, height, trunkOnly);
    if (picture == nullptr)
        return nullptr;
    QFrame* card = makeCard();
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(m_theme.px(space::kM), m_theme.px(space::kM), m_theme.px(space::kM),
                               m_theme.px(space::kM));
    inside->setSpacing(m_theme.px(space::kS));
    inside->addWidget(picture);
    QLabel* caption = makeLabel(figure.caption, "small");
    caption->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    inside->addWidget(caption);
    inside->addStretch(1);
    return card;
}

void ChapterView::addFigures(QVBoxLayout* column, const LearnBlock& block)
{
    auto* row = new QBoxLayout(QBoxLayout::LeftToRight);
    row->setSpacing(m_theme.px(space::kM));
    const bool many = block.figures.size() > 2;
    // A lying figure fills the width of its card, an upright one its height.
    const auto lies = [this](const LearnFigure& figure) {
        const auto pose = m_poses.find(figure.name.toStdString());
        return pose != m_poses.end() && ratioOf(pose->second.frame) >= kLying;
    };
    const bool allLie = std::all_of(block.figures.begin(), block.figures.end(), lies);
    const bool small = many || (allLie && block.figures.size() > 1);
    const double height = small ? kRowHeight * 0.6 : allLie ? kRowHeight : kUprightHeight;
    for (const LearnFigure& figure : block.figures)
        if (QWidget* card = makeFigure(figure, height, many))
            row->addWidget(card, 1);
    m_rows.push_back({row, m_theme.px(150) * static_cast<int>(block.figures.size())});
    column->addLayout(row);
}

void ChapterView::addBeside(QVBoxLayout* column, const LearnBlock& figures, const std::vector<const LearnBlock*>& texts)
{
    auto* row = new QBoxLayout(QBoxLayout::LeftToRight);
    row->setSpacing(m_theme.px(space::kL));
    auto* words = new QVBoxLayout;
    words->setSpacing(m_theme.px(space::kM));
    for (const LearnBlock* text : texts)
        addBlock(words, *text);
    words->addStretch(1);
    row->addLayout(words, 1);
    if (QWidget* card = makeFigure(figures.figures.front(), kBesideHeight, false)) {
        card->setMaximumWidth(m_theme.px(kBesideWidth));
        card->setMinimumWidth(m_theme.px(kBesideWidth));
        // A box layout asks for the height at the whole width, where the caption wraps less: with its own row the card
        // is measured at the width it gets.
        auto* holder = new QHBoxLayout;
        holder->addWidget(card, 0, Qt::AlignTop);
        holder->addStretch(1);
        row->addLayout(holder);
    }
    m_rows.push_back({row, m_theme.px(kBesideWidth + 240)});
    column->addLayout(row);
}

void ChapterView::addSource(QVBoxLayout* column, const LearnBlock& block)
{
    auto* frame = new QFrame;
    frame->setObjectName(QStringLiteral("source%1Frame").arg(block.anchor));
    auto* row = new QHBoxLayout(frame);
    row->setContentsMargins(m_theme.px(space::kS), m_theme.px(space::kXs), m_theme.px(space::kS),
                            m_theme.px(space::kXs));
    row->setSpacing(m_theme.px(space::kM));
    QLabel* number = makeBadge(QString::number(m_text.sourceNumber(block.anchor)), "neutral");
    number->setAlignment(Qt::AlignCenter);
    number->setMinimumWidth(m_theme.px(36));
    row->addWidget(number, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(m_theme.px(2));
    words->addWidget(makeText(block.text));
    if (!block.link.isEmpty()) {
        auto* link = new QLabel;
        link->setTextFormat(Qt::RichText);
        link->setWordWrap(true);
        // Addresses have no spaces: without break points a long one would push the column wider than the window.
        QString shown = block.link.mid(QStringLiteral("https://").size()).toHtmlEscaped();
        shown.replace(u'/', QStringLiteral("/&#8203;")).replace(u'-', QStringLiteral("-&#8203;"));
        link->setText(QStringLiteral("<a href=\"%1\" style=\"color:%3\">%2</a>")
                          .arg(block.link.toHtmlEscaped(), shown, m_theme.color(Role::Accent).name()));
        link->setProperty("look", QStringLiteral("small"));
        link->setTextInteractionFlags(Qt::TextBrowserInteraction);
        link->setFocusPolicy(Qt::StrongFocus);
        link->setOpenExternalLinks(true);
        link->setAccessibleName(tr("Address of source %1: %2").arg(m_text.sourceNumber(block.anchor)).arg(block.link));
        words->addWidget(link);
    }
    row->addLayout(words, 1);
    m_anchors.insert(block.anchor, frame);
    column->addWidget(frame);
}

void ChapterView::addFoot(QVBoxLayout* column, const LearnChapter& chapter)
{
    column->addSpacing(m_theme.px(space::kS));
    if (!chapter.cited.isEmpty()) {
        column->addWidget(makeDivider());
        auto* holder = new QWidget;
        auto* flow = new FlowLayout(m_theme.px(6), holder);
        QLabel* label = makeLabel(tr("Sources"), "small");
        label->setWordWrap(false);
        flow->addWidget(label);
        for (const QString& id : chapter.cited) {
            const int number = m_text.sourceNumber(id);
            auto* button = new Button(QString::number(number), QStringLiteral("chip"));
            button->setObjectName(QStringLiteral("source%1Button").arg(id));
            button->setAccessibleName(tr("Source %1: %2").arg(number).arg(m_text.sourceText(id)));
            button->setToolTip(plainToolTip(m_text.sourceText(id)));
            connect(button, &QPushButton::clicked, this, [this, id] {
                QMetaObject::invokeMethod(
                    this, [this, id] { Q_EMIT sourceActivated(id); }, Qt::QueuedConnection);
            });
            flow->addWidget(button);
        }
        column->addWidget(holder);
    }
    const auto next = static_cast<std::size_t>(m_chapter) + 1;
    if (next < m_text.chapters().size()) {
        const LearnChapter& following = m_text.chapters()[next];
        auto* button = new Button(tr("Next: %1").arg(following.title), QStringLiteral("secondary"));
        button->setObjectName(QStringLiteral("nextChapterButton"));
        const QString topic = following.topic;
        connect(button, &QPushButton::clicked, this, [this, topic] {
            QMetaObject::invokeMethod(
                this, [this, topic] { Q_EMIT topicActivated(topic); }, Qt::QueuedConnection);
        });
        column->addWidget(button, 0, Qt::AlignLeft);
    }
}

void ChapterView::arrangeRows()
{
    const int width = std::min(viewport()->width() - m_theme.px(space::kXs + space::kL), m_theme.px(kColumnWidth));
    for (const Row& row : m_rows)
        row.layout->setDirection(width >= row.wantedWidth ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void ChapterView::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    arrangeRows();
}

void ChapterView::paintEvent(QPaintEvent* event)
{
    QScrollArea::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(viewport());
    painter.setPen(QPen(m_theme.color(Role::Accent), 2));
    painter.drawLine(1, 0, 1, viewport()->height());
}

void ChapterView::focusInEvent(QFocusEvent* event)
{
    QScrollArea::focusInEvent(event);
    viewport()->update();
}

void ChapterView::focusOutEvent(QFocusEvent* event)
{
    QScrollArea::focusOutEvent(event);
    viewport()->update();
}

}  // namespace psolog
