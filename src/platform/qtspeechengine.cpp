// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qtspeechengine.h"

#include <algorithm>
#include <array>
#include <utility>

#include <QDir>
#include <QFileInfo>
#include <QTextToSpeech>
#include <QTimer>
#include <QVoice>

namespace psolog {

namespace {

// A sentence cut off before it began is never reported as ended.
constexpr Milliseconds kCutOffReport{250};

constexpr QLatin1StringView kPreferred("speechd");

struct LocalVoice {
    QLocale locale;
    QVoice voice;
};

std::string idOf(const LocalVoice& voice)
{
    return (voice.locale.bcp47Name() + u'/' + voice.voice.name()).toStdString();
}

/// "English (Scotland), United Kingdom" where the name itself does not say it.
std::string labelOf(const LocalVoice& voice)
{
    const QString language = QLocale::languageToString(voice.locale.language());
    const QString name = voice.voice.name();
    return (name.startsWith(language) ? name : QStringLiteral("%1, %2").arg(name, language)).toStdString();
}

/// espeak lists every voice again with a hundred timbres, named "voice+timbre".
bool isTimbre(const QVoice& voice)
{
    return voice.name().contains(u'+');
}

/// The usual accent of a territory comes first; espeak begins with the Caribbean.
bool isUsual(const LocalVoice& voice)
{
    const auto territory = voice.locale.territory();
    return (territory == QLocale::UnitedStates && voice.voice.name().endsWith(u"(America)"))
        || (territory == QLocale::UnitedKingdom && voice.voice.name().endsWith(u"(Great Britain)"));
}

QString engineName()
{
    QStringList engines = QTextToSpeech::availableEngines();
    engines.removeAll(QStringLiteral("mock"));
    engines.sort();
    return engines.contains(kPreferred) ? QString(kPreferred) : engines.value(0);
}

/// Whether the environment names a place where no speech-dispatcher is nor can be started. Asking its library all the
/// same would take a second and leak the reason.
bool isOutOfReach()
{
    const QString scheme = QStringLiteral("unix_socket:");
    const QString address = qEnvironmentVariable("SPEECHD_ADDRESS");
    return address.startsWith(scheme) && !QFileInfo(address.mid(scheme.size())).dir().exists();
}

class QtSpeechEngine : public ISpeechEngine {
public:
    QtSpeechEngine(const QString& engine, SpeechEvents events) : m_events(std::move(events)), m_speech(engine)
    {
        m_cutOff.setSingleShot(true);
        m_cutOff.setInterval(kCutOffReport);
        QObject::connect(&m_cutOff, &QTimer::timeout, &m_speech, [this] { end(); });
        QObject::connect(&m_speech, &QTextToSpeech::stateChanged, &m_speech,
                         [this](QTextToSpeech::State state) { follow(state); });
    }

    [[nodiscard]] Result<void> prepare(const QLocale& language)
    {
        if (m_speech.state() == QTextToSpeech::Error)
            return fail(ErrorCode::CannotOpen, "no speech service");
        m_locale = spokenLocale(m_speech.availableLocales(), language);
        if (m_locale.language() == QLocale::C)
            return fail(ErrorCode::NotFound, "the speech service speaks neither this language nor English");
        listVoices();
        return {};
    }

    [[nodiscard]] std::vector<VoiceChoice> voices() const override
    {
        std::vector<VoiceChoice> choices;
        for (const LocalVoice& voice : m_voices)
            choices.push_back({idOf(voice), labelOf(voice)});
        return choices;
    }

    void configure(const VoiceOptions& options) override
    {
        const auto chosen = std::find_if(m_voices.begin(), m_voices.end(),
                                         [&options](const LocalVoice& voice) { return idOf(voice) == options.voice; });
        if (chosen != m_voices.end())
            use(*chosen);
        else if (!m_voices.empty())
            use(m_voices.front());
        else
            m_speech.setLocale(m_locale);
        m_speech.setRate(std::clamp(options.ratePercent, -50, 50) / 100.0);
        m_speech.setVolume(std::clamp(options.volume, 0, 100) / 100.0);
    }

    void say(const std::string& text) override
    {
        m_isSaying = true;
        m_hasBegun = false;
        m_speech.say(QString::fromStdString(text));
    }

    void stop() override
    {
        if (!m_isSaying)
            return;
        m_speech.stop();
        m_cutOff.start();
    }

private:
    void listVoices()
    {
        for (const QLocale& locale : m_speech.availableLocales()) {
            if (locale.language() != m_locale.language() && locale.language() != QLocale::English)
                continue;
            m_speech.setLocale(locale);
            for (const QVoice& voice : m_speech.availableVoices())
                if (!isTimbre(voice))
                    m_voices.push_back({locale, voice});
        }
        std::stable_sort(m_voices.begin(), m_voices.end(),
                         [this](const LocalVoice& a, const LocalVoice& b) { return rankOf(a) < rankOf(b); });
    }

    /// Small for what is spoken unless the user chooses.
    [[nodiscard]] std::array<bool, 3> rankOf(const LocalVoice& voice) const
    {
        return {voice.locale.language() != m_locale.language(), voice.locale != m_locale, !isUsual(voice)};
    }

    void use(const LocalVoice& voice)
    {
        // Each of these is a conversation with the service.
        if (m_current == idOf(voice))
            return;
        m_current = idOf(voice);
        m_speech.setLocale(voice.locale);
        m_speech.setVoice(voice.voice);
    }

    void follow(QTextToSpeech::State state)
    {
        switch (state) {
        case QTextToSpeech::Speaking:
            m_hasBegun = m_isSaying;
            break;
        case QTextToSpeech::Ready:
            // Of a sentence cut off earlier, if this one has not begun.
            if (m_hasBegun)
                end();
            break;
        case QTextToSpeech::Error:
            m_events.failed("the speech service failed");
            break;
        case QTextToSpeech::Paused:
            break;
        }
    }

    void end()
    {
        m_cutOff.stop();
        m_hasBegun = false;
        if (std::exchange(m_isSaying, false))
            m_events.ended();
    }

    const SpeechEvents m_events;
    QTextToSpeech m_speech;
    QTimer m_cutOff;
    QLocale m_locale;
    std::vector<LocalVoice> m_voices;
    std::string m_current;
    bool m_isSaying = false;
    bool m_hasBegun = false;
};

}  // namespace

QLocale spokenLocale(const QList<QLocale>& available, const QLocale& wanted)
{
    const auto firstOf = [&available](auto matches) -> std::optional<QLocale> {
        const auto found = std::find_if(available.begin(), available.end(), matches);
        return found == available.end() ? std::nullopt : std::optional(*found);
    };
    const auto best = [&firstOf](const QLocale& locale) {
        const auto same = firstOf([&locale](const QLocale& other) {
            return other.language() == locale.language() && other.territory() == locale.territory();
        });
        return same ? same : firstOf([&locale](const QLocale& other) { return other.language() == locale.language(); });
    };
    if (const auto own = best(wanted); own && wanted.language() != QLocale::C)
        return *own;
    if (const auto english = best(QLocale(QLocale::English, QLocale::UnitedStates)))
        return *english;
    return QLocale::c();
}

SpeechEngineFactory qtSpeechEngine(const QLocale& language)
{
    return [language](SpeechEvents events) -> Result<std::unique_ptr<ISpeechEngine>> {
        const QString name = engineName();
        if (name.isEmpty())
            return fail(ErrorCode::NotFound, "no speech engine is installed");
        if (name == kPreferred && isOutOfReach())
            return fail(ErrorCode::NotFound, "no speech service at SPEECHD_ADDRESS");
        auto engine = std::make_unique<QtSpeechEngine>(name, std::move(events));
        if (const auto prepared = engine->prepare(language); !prepared)
            return tl::unexpected(prepared.error());
        return engine;
    };
}

}  // namespace psolog
