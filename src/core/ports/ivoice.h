// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/ports/soundstate.h"
#include "core/time.h"

namespace psolog {

/// One thing to say.
struct Prompt {
    std::string text;           ///< UTF-8, already in the user's language
    Milliseconds useful{1'500};  ///< dropped when it could not begin within this time
    bool urgent = false;        ///< cuts off what is being said; any other prompt waits for it, the newest one only

    friend bool operator==(const Prompt&, const Prompt&) = default;
};

/// A voice the user can choose.
struct VoiceChoice {
    std::string id;     ///< stable, for the settings
    std::string label;  ///< name and language, for the user

    friend bool operator==(const VoiceChoice&, const VoiceChoice&) = default;
};

struct VoiceOptions {
    std::string voice;    ///< id; empty or unknown: one that speaks the language of the program
    int ratePercent = 0;  ///< -50 (slow) to 50 (fast); 0 as the voice is
    int volume = 80;      ///< 0-100

    friend bool operator==(const VoiceOptions&, const VoiceOptions&) = default;
};

/// Says prompts aloud. For the GUI thread; no call waits for the speech engine, however it behaves.
class IVoice {
public:
    virtual ~IVoice() = default;

    /// Begins to look for a speech engine; until then say() is silent. Calling again retries a failed start, and
    /// replaces an engine that hangs. When the replacement hangs too, it is replaced only after the first one has ended
    /// after all; until then the state stays NotAnswering, unless one of them answers late.
    virtual void start() = 0;
    /// Says it, or drops it when that is not possible in time.
    virtual void say(const Prompt& prompt) = 0;
    /// Cuts off what is being said and forgets what waits.
    virtual void hush() = 0;
    virtual void configure(const VoiceOptions& options) = 0;
    [[nodiscard]] virtual SoundState state() const = 0;
    /// Voices of the engine, those of the program's language first; empty unless Ready.
    [[nodiscard]] virtual std::vector<VoiceChoice> voices() const = 0;
    /// Called in the GUI thread whenever state() or voices() changed. One listener; empty for none.
    virtual void onChanged(std::function<void()> listener) = 0;
};

}  // namespace psolog
