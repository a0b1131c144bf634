// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/ports/ivoice.h"
#include "core/result.h"

namespace psolog {

/// A speech service, one sentence at a time. Made, used and destroyed in one thread of its own with an event loop;
/// every call may take as long as it likes, and may hang.
class ISpeechEngine {
public:
    virtual ~ISpeechEngine() = default;

    [[nodiscard]] virtual std::vector<VoiceChoice> voices() const = 0;
    /// For the sentences to come.
    virtual void configure(const VoiceOptions& options) = 0;
    /// Begins to say it; SpeechEvents::ended follows when it was said, or cut off. Not called before that.
    virtual void say(const std::string& text) = 0;
    /// Cuts off what is being said.
    virtual void stop() = 0;
};

/// What an engine reports, in its own thread.
struct SpeechEvents {
    std::function<void()> ended;              ///< the sentence is over
    std::function<void(std::string)> failed;  ///< nothing can be said any more; the reason is for the log
};

/// Makes an engine in the calling thread; Error when there is none.
using SpeechEngineFactory = std::function<Result<std::unique_ptr<ISpeechEngine>>(SpeechEvents)>;

}  // namespace psolog
