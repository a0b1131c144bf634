// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QObject>
#include <QString>

#include "core/ports/idesktop.h"
#include "gui/shell/guide.h"

class QKeyEvent;

namespace psolog {

struct Services;

/// All that is heard at one moment as one thing: the most important tone, and the words one after the other.
[[nodiscard]] Heard together(const std::vector<Heard>& moment);

/// What a page's flow has of the guide: it begins with the first show() and ends with end() or its own end, and only in
/// between do media keys and the sleep of the machine reach the page. A media key that comes both from the desktop and
/// from the window counts once.
///
/// Thread: GUI. Ownership: the services are borrowed and must outlive it. Errors: none.
class FlowGuide : public QObject {
    Q_OBJECT
public:
    explicit FlowGuide(Services& services, QObject* parent = nullptr);
    ~FlowGuide() override;

    /// The flow runs under this title, playing or paused.
    void show(const QString& title, bool playing);
    void end();
    [[nodiscard]] bool isActive() const { return m_active; }

    void hear(const std::vector<Heard>& moment);
    /// Takes a media key that the window got itself; false when it is none.
    bool takeKey(const QKeyEvent& event);

Q_SIGNALS:
    void commanded(psolog::MediaCommand command);
    void aboutToSleep();
    void awoke();

private:
    enum class Source { Desktop, Window };
    struct Taken {
        MediaCommand command;
        Source source;
        Milliseconds at;
    };

    void take(MediaCommand command, Source source);

    Services& m_services;
    std::optional<Taken> m_last;
    bool m_active = false;
};

}  // namespace psolog
