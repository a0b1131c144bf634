// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qttoneoutput.h"

#include <cmath>
#include <utility>

#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSink>
#include <QMediaDevices>

#include <spdlog/spdlog.h>

#include "platform/tonebank.h"
#include "platform/tonemixer.h"

namespace psolog {

namespace {

// What a tone waits for when the stream is open. Qt fills it in pieces of 20 ms; below four of them PulseAudio waits
// for more before it begins, and Qt for room.
constexpr int kBufferMs = 100;
constexpr int kKeepOpenSeconds = 3;  // so that the ticks of the last three seconds share one stream

class QtToneOutput : public IToneOutput {
public:
    QtToneOutput(ToneBank bank, std::function<void()> changed)
        : m_bank(std::move(bank)),
          m_changed(std::move(changed)),
          m_mixer(static_cast<std::size_t>(m_bank.rate()) * kKeepOpenSeconds, [this] { closeLater(); })
    {
        // Unbuffered, since a buffer would hold silence that a tone then waits for.
        m_mixer.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        QObject::connect(&m_devices, &QMediaDevices::audioOutputsChanged, &m_devices, [this] {
            // Also reported when a device merely begins to sound; only another default device is a reason to move.
            if (m_device != QMediaDevices::defaultAudioOutput().id())
                close();
            m_changed();
        });
    }
    QtToneOutput(const QtToneOutput&) = delete;
    QtToneOutput& operator=(const QtToneOutput&) = delete;
    ~QtToneOutput() override { close(); }

    [[nodiscard]] bool isAvailable() const override { return !QMediaDevices::defaultAudioOutput().isNull(); }

    void play(Tone tone, BodySide side, int volume) override
    {
        if (volume <= 0 || !open())
            return;
        // Loudness is heard in powers: the square makes the middle of the slider sound like half.
        m_mixer.add(m_bank.sound(tone, side), std::pow(volume / 100.0, 2));
    }

private:
    [[nodiscard]] bool open()
    {
        if (m_sink && isStillOpen(m_sink->state(), m_sink->error()))
            return true;
        close();
        const QAudioDevice device = QMediaDevices::defaultAudioOutput();
        if (device.isNull())
            return false;
        QAudioFormat format;
        format.setSampleRate(m_bank.rate());
        format.setChannelCount(2);
        format.setSampleFormat(QAudioFormat::Int16);
        m_device = device.id();
        m_sink = std::make_unique<QAudioSink>(device, format);
        m_sink->setBufferSize(format.bytesForDuration(kBufferMs * 1000));
        m_sink->start(&m_mixer);
        if (m_sink->error() == QAudio::NoError)
            return true;
        spdlog::warn("tones: the sound output does not open ({})", static_cast<int>(m_sink->error()));
        m_sink.reset();
        return false;
    }

    void close()
    {
        m_mixer.clear();
        if (m_sink)
            m_sink->stop();
        m_sink.reset();
    }

    /// Not at once: it is the open stream that asks.
    void closeLater()
    {
        QMetaObject::invokeMethod(
            &m_mixer,
            [this] {
                if (m_mixer.isSilent())
                    close();
            },
            Qt::QueuedConnection);
    }

    const ToneBank m_bank;
    const std::function<void()> m_changed;
    ToneMixer m_mixer;
    QMediaDevices m_devices;
    QByteArray m_device;  // the one the sink is open on
    std::unique_ptr<QAudioSink> m_sink;
};

}  // namespace

bool isStillOpen(QAudio::State state, QAudio::Error error)
{
    return state != QAudio::StoppedState && (error == QAudio::NoError || error == QAudio::UnderrunError);
}

ToneOutputFactory qtToneOutput()
{
    return [](std::function<void()> changed) -> Result<std::unique_ptr<IToneOutput>> {
        auto bank = ToneBank::load();
        if (!bank)
            return tl::unexpected(bank.error());
        return std::make_unique<QtToneOutput>(std::move(*bank), std::move(changed));
    };
}

}  // namespace psolog
