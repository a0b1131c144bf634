// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/learn/learntext.h"

#include <utility>

#include <QFile>
#include <QRegularExpression>

#include "gui/learn/topics.h"

// The chapters are compiled into a static library, so the linker needs a reference to keep them. The macro wants the
// global namespace.
static void keepLearnResources()
{
    Q_INIT_RESOURCE(learn);
}

namespace psolog {

namespace {

const QRegularExpression& citation()
{
    static const QRegularExpression expression(QStringLiteral(R"(\[(S\d+(?:, S\d+)*)\])"));
    return expression;
}

tl::unexpected<Error> wrongLine(int line, const char* why)
{
    return fail(ErrorCode::SyntaxError, "line " + std::to_string(line) + ": " + why);
}

std::optional<LearnFigure> parseFigure(const QString& line)
{
    static const QRegularExpression expression(
        QStringLiteral(R"(^!\[(.+)\]\((pose|timeline):([a-z0-9-]+)(?:#([a-z-]+))?\)$)"));
    const auto match = expression.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    const bool pose = match.captured(2) == QStringLiteral("pose");
    return LearnFigure{pose ? LearnFigure::Kind::Pose : LearnFigure::Kind::Timeline, match.captured(3),
                       match.captured(4), match.captured(1)};
}

std::optional<LearnBlock> parseBox(const QString& line)
{
    static const QRegularExpression expression(QStringLiteral(R"(^> \[!(CLAIM|WARNING|STOP)\] (.+)$)"));
    const auto match = expression.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    LearnBlock box;
    const QString word = match.captured(1);
    box.kind = word == QStringLiteral("CLAIM") ? LearnBlock::Kind::Claim
        : word == QStringLiteral("WARNING")    ? LearnBlock::Kind::Warning
                                               : LearnBlock::Kind::Stop;
    box.text = match.captured(2);
    return box;
}

LearnBlock parseHeading(const QString& line)
{
    static const QRegularExpression expression(QStringLiteral(R"(^## (.+?)(?: \{#([a-z-]+)\})?$)"));
    const auto match = expression.match(line);
    LearnBlock heading;
    heading.kind = LearnBlock::Kind::Heading;
    heading.text = match.captured(1);
    heading.anchor = match.captured(2);
    return heading;
}

std::optional<LearnBlock> parseSource(const QString& line)
{
    static const QRegularExpression expression(QStringLiteral(R"(^- \[(S\d+)\] (.+?) \|(?: (https://\S+))?$)"));
    const auto match = expression.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    LearnBlock source;
    source.kind = LearnBlock::Kind::Source;
    source.anchor = match.captured(1);
    source.text = match.captured(2);
    source.link = match.captured(3);
    return source;
}

/// Adds an item to the list block at the end, or begins one.
void addItem(LearnChapter& chapter, LearnBlock::Kind kind, const QString& text, bool adjacent)
{
    if (!adjacent || chapter.blocks.empty() || chapter.blocks.back().kind != kind) {
        LearnBlock list;
        list.kind = kind;
        chapter.blocks.push_back(list);
    }
    chapter.blocks.back().items.append(text);
}

void addFigure(LearnChapter& chapter, const LearnFigure& figure, bool adjacent)
{
    if (!adjacent || chapter.blocks.empty() || chapter.blocks.back().kind != LearnBlock::Kind::Figures) {
        LearnBlock row;
        row.kind = LearnBlock::Kind::Figures;
        chapter.blocks.push_back(row);
    }
    chapter.blocks.back().figures.push_back(figure);
}

void collectCitations(LearnChapter& chapter, const QString& line)
{
    auto matches = citation().globalMatch(line);
    while (matches.hasNext()) {
        const QStringList ids = matches.next().captured(1).split(QStringLiteral(", "));
        for (const QString& id : ids)
            if (!chapter.cited.contains(id))
                chapter.cited.append(id);
    }
}

Result<QString> readResource(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, path.toStdString());
    return QString::fromUtf8(file.readAll());
}

}  // namespace

Result<LearnChapter> parseChapter(const QString& topic, const QString& markdown)
{
    static const QRegularExpression step(QStringLiteral(R"(^\d+\. (.+)$)"));
    LearnChapter chapter;
    chapter.topic = topic;
    bool adjacent = false;  // no empty line since the last block
    int number = 0;
    const QStringList lines = markdown.split(u'\n');
    for (const QString& raw : lines) {
        ++number;
        const QString line = raw.trimmed();
        if (line.isEmpty()) {
            adjacent = false;
            continue;
        }
        const auto source = parseSource(line);
        if (!source)
            collectCitations(chapter, line);
        if (chapter.title.isEmpty()) {
            if (!line.startsWith(QStringLiteral("# ")))
                return wrongLine(number, "a chapter begins with its title");
            chapter.title = line.mid(2);
        } else if (line.startsWith(QStringLiteral("## "))) {
            chapter.blocks.push_back(parseHeading(line));
        } else if (line.startsWith(QStringLiteral("!["))) {
            const auto figure = parseFigure(line);
            if (!figure)
                return wrongLine(number, "not a figure");
            addFigure(chapter, *figure, adjacent);
        } else if (line.startsWith(u'>')) {
            const auto box = parseBox(line);
            if (!box)
                return wrongLine(number, "not a box");
            chapter.blocks.push_back(*box);
        } else if (source) {
            chapter.blocks.push_back(*source);
        } else if (line.startsWith(QStringLiteral("- "))) {
            addItem(chapter, LearnBlock::Kind::Bullets, line.mid(2), adjacent);
        } else if (const auto match = step.match(line); match.hasMatch()) {
            addItem(chapter, LearnBlock::Kind::Steps, match.captured(1), adjacent);
        } else if (chapter.lead.isEmpty() && chapter.blocks.empty()) {
            chapter.lead = line;
        } else {
            LearnBlock paragraph;
            paragraph.text = line;
            chapter.blocks.push_back(paragraph);
        }
        adjacent = true;
    }
    if (chapter.title.isEmpty() || chapter.lead.isEmpty())
        return wrongLine(number, "a chapter needs a title and a lead");
    return chapter;
}

Result<LearnText> LearnText::load(const QLocale& locale)
{
    keepLearnResources();
    const QString language = locale.name().section(u'_', 0, 0);
    LearnText text;
    for (const QLatin1String topic : topics::kChapters) {
        const auto path = [&](const QString& folder) { return QStringLiteral(":/learn/%1/%2.md").arg(folder, topic); };
        auto markdown = readResource(path(language));
        if (!markdown)
            markdown = readResource(path(QStringLiteral("en")));
        if (!markdown)
            return tl::unexpected(markdown.error());
        auto chapter = parseChapter(topic, *markdown);
        if (!chapter)
            return fail(ErrorCode::SyntaxError, std::string(topic.data()) + ".md, " + chapter.error().detail);
        for (const LearnBlock& block : chapter->blocks)
            if (block.kind == LearnBlock::Kind::Source)
                text.m_numbers.insert(block.anchor, static_cast<int>(text.m_numbers.size()) + 1);
        text.m_chapters.push_back(std::move(*chapter));
    }
    return text;
}

std::optional<LearnText::Place> LearnText::find(const QString& topic) const
{
    if (topic.isEmpty())
        return std::nullopt;
    int index = 0;
    for (const LearnChapter& chapter : m_chapters) {
        if (chapter.topic == topic)
            return Place{index, {}};
        for (const LearnBlock& block : chapter.blocks)
            if (block.anchor == topic)
                return Place{index, topic};
        ++index;
    }
    return std::nullopt;
}

QString LearnText::sourceText(const QString& id) const
{
    for (const LearnChapter& chapter : m_chapters)
        for (const LearnBlock& block : chapter.blocks)
            if (block.kind == LearnBlock::Kind::Source && block.anchor == id)
                return block.text;
    return {};
}

QString LearnText::toHtml(const QString& inlineText, const QString& citationColor, const QString& linkColor) const
{
    static const QRegularExpression bold(QStringLiteral(R"(\*\*(.+?)\*\*)"));
    static const QRegularExpression italic(QStringLiteral(R"(\*(.+?)\*)"));
    static const QRegularExpression link(QStringLiteral(R"(\[([^\]]+)\]\((topic:[a-z-]+)\))"));
    QString html = inlineText.toHtmlEscaped();
    html.replace(bold, QStringLiteral("<b>\\1</b>"));
    html.replace(italic, QStringLiteral("<i>\\1</i>"));
    html.replace(link, QStringLiteral("<a href=\"\\2\" style=\"color:%1\">\\1</a>").arg(linkColor));

    QString out;
    qsizetype from = 0;
    auto matches = citation().globalMatch(html);
    while (matches.hasNext()) {
        const auto match = matches.next();
        QStringList numbers;
        const QStringList ids = match.captured(1).split(QStringLiteral(", "));
        for (const QString& id : ids)
            numbers.append(QString::number(sourceNumber(id)));
        out += html.mid(from, match.capturedStart() - from);
        out += QStringLiteral("<span style=\"color:%1; font-size:small\">[%2]</span>")
                   .arg(citationColor, numbers.join(QStringLiteral(", ")));
        from = match.capturedEnd();
    }
    out += html.mid(from);
    return out;
}

}  // namespace psolog
