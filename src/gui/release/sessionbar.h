// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

#include <QWidget>

#include "gui/guided/readycountdown.h"
#include "session/releaseflow.h"

namespace psolog {

class SessionButton;
class Theme;

/// The buttons of a running session in one row, or in two where the window is narrow. Clicks beside the buttons end
/// here, so that a near miss of "Stop now" is not taken for the big key.
class SessionBar : public QWidget {
    Q_OBJECT
public:
    explicit SessionBar(Theme& theme, QWidget* parent = nullptr);

    void render(const ReleaseFlow::Snapshot& now, const ReadyCountdown& ready);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void actionRequested(psolog::ReleaseAction action);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    using Row = std::vector<SessionButton*>;

    [[nodiscard]] std::vector<Row> rows(int width) const;
    [[nodiscard]] static int widthOf(const Row& row);
    [[nodiscard]] int rowHeight(int count) const;
    void arrange();

    SessionButton* m_primary;
    SessionButton* m_pause;
    SessionButton* m_back;
    SessionButton* m_skip;
    SessionButton* m_stop;
    bool m_waits = false;  ///< the pause button lets it go on
};

}  // namespace psolog
