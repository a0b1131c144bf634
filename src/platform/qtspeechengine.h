// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

#include "platform/speechengine.h"

namespace psolog {

/// Makes engines on the speech service of the desktop (Qt TextToSpeech; speech-dispatcher where there is a choice) that
/// speak this language, or English when the service cannot. Error: no service, or it speaks neither.
[[nodiscard]] SpeechEngineFactory qtSpeechEngine(const QLocale& language);

/// The locale to speak: this one, else one of its language, else English (United States first); none: QLocale::c().
[[nodiscard]] QLocale spokenLocale(const QList<QLocale>& available, const QLocale& wanted);

}  // namespace psolog
