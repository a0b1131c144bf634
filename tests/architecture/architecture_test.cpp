// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the includes of every source file and fails on an edge the architecture does not have.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace fs = std::filesystem;

namespace {

struct Include {
    std::string file;    ///< "gui/today/todaypage.cpp"
    std::string folder;  ///< "gui"
    std::string target;  ///< as written
    bool own = false;    ///< with quotes
};

fs::path sourceRoot()
{
    const char* root = std::getenv("PSOLOG_SOURCE_DIR");
    return fs::path(root == nullptr ? "." : root) / "src";
}

const std::vector<Include>& includes()
{
    static const std::vector<Include> all = [] {
        std::vector<Include> found;
        const std::regex pattern(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
        for (const auto& entry : fs::recursive_directory_iterator(sourceRoot())) {
            const auto extension = entry.path().extension();
            if (extension != ".h" && extension != ".cpp")
                continue;
            const std::string file = fs::relative(entry.path(), sourceRoot()).string();
            std::ifstream stream(entry.path());
            for (std::string line; std::getline(stream, line);) {
                std::smatch match;
                if (std::regex_search(line, match, pattern))
                    found.push_back({file, file.substr(0, file.find('/')), match[2], match[1] == "\""});
            }
        }
        return found;
    }();
    return all;
}

const std::map<std::string, std::set<std::string>>& allowedEdges()
{
    static const std::map<std::string, std::set<std::string>> edges{
        {"core", {}},
        {"session", {"core"}},
        {"analysis", {"core"}},
        {"storage", {"core"}},
        {"exchange", {"core"}},
        {"platform", {"core"}},
        {"gui", {"core", "session", "analysis"}},
        {"cli", {"core", "session", "analysis", "storage", "exchange"}},
        {"app", {"core", "session", "analysis", "storage", "exchange", "platform", "gui"}},
    };
    return edges;
}

TEST(Architecture, FindsTheSources)
{
    EXPECT_GT(includes().size(), 300U);
}

TEST(Architecture, FoldersDependOneWay)
{
    for (const Include& include : includes()) {
        if (!include.own || include.target.find('/') == std::string::npos)
            continue;
        const std::string to = include.target.substr(0, include.target.find('/'));
        const auto known = allowedEdges().find(include.folder);
        ASSERT_NE(known, allowedEdges().end()) << "unknown folder: " << include.file;
        EXPECT_TRUE(to == include.folder || known->second.contains(to)) << include.file << " includes " << include.target;
    }
}

TEST(Architecture, OwnHeadersAreNamedFromTheSourceRoot)
{
    for (const Include& include : includes()) {
        if (!include.own || include.target.starts_with("ui_") || include.target.ends_with(".moc"))
            continue;
        EXPECT_TRUE(fs::exists(sourceRoot() / include.target)) << include.file << " includes " << include.target;
    }
}

TEST(Architecture, DomainCodeKnowsNoQt)
{
    const std::set<std::string> domain{"core", "session", "analysis", "storage", "exchange", "cli"};
    for (const Include& include : includes())
        if (domain.contains(include.folder)) {
            EXPECT_FALSE(include.target.starts_with("Q") || include.target.starts_with("qt"))
                << include.file << " includes " << include.target;
        }
}

TEST(Architecture, OnlyStorageKnowsSql)
{
    for (const Include& include : includes())
        if (include.folder != "storage") {
            EXPECT_TRUE(include.target.find("SQLiteCpp") == std::string::npos && include.target.find("sqlite3") == std::string::npos)
                << include.file << " includes " << include.target;
        }
}

TEST(Architecture, NothingReachesTheNetwork)
{
    for (const Include& include : includes())
        EXPECT_FALSE(include.target.starts_with("QNetwork") || include.target.starts_with("QTcp") || include.target.starts_with("QUdp")
                     || include.target == "QSslSocket" || include.target == "QLocalSocket" || include.target == "QLocalServer")
            << include.file << " includes " << include.target;
}

TEST(Architecture, FilesIncludeNoCycle)
{
    std::map<std::string, std::vector<std::string>> graph;
    for (const Include& include : includes())
        if (include.own && include.target.find('/') != std::string::npos)
            graph[include.file].push_back(include.target);
    std::map<std::string, int> state;  // 1: on the path, 2: done
    std::vector<std::string> cycle;
    const std::function<bool(const std::string&)> visit = [&](const std::string& file) {
        if (state[file] == 2)
            return true;
        if (state[file] == 1) {
            cycle.push_back(file);
            return false;
        }
        state[file] = 1;
        for (const std::string& next : graph[file])
            if (!visit(next)) {
                cycle.push_back(file);
                return false;
            }
        state[file] = 2;
        return true;
    };
    std::vector<std::string> files;
    for (const auto& [file, targets] : graph)
        files.push_back(file);
    for (const std::string& file : files)
        ASSERT_TRUE(visit(file)) << "cycle through " << ::testing::PrintToString(cycle);
}

TEST(Architecture, ColoursLiveInTheTheme)
{
    const std::regex literal(R"re(#[0-9a-fA-F]{6}\b|QColor\(\s*[0-9]|QRgb\(|Qt::(red|green|blue|white|black|gray|yellow)\b)re");
    for (const auto& entry : fs::recursive_directory_iterator(sourceRoot() / "gui")) {
        if (!entry.is_regular_file() || entry.path().string().find("/theme/") != std::string::npos)
            continue;
        std::ifstream stream(entry.path());
        for (std::string line; std::getline(stream, line);)
            EXPECT_FALSE(std::regex_search(line, literal)) << entry.path().filename() << ": " << line;
    }
}

}  // namespace
