// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include "platform/wavfile.h"

namespace psolog::test {

/// A desktop session of the test's own: folders, message bus, sound server without a device, speech service. Whatever
/// was started in it, by whom ever, has ended when the house is gone, also if the test itself is killed.
class SoundHouse {
public:
    /// "no-output" is a house without any service.
    enum class Furniture {
        Everything,
        Nothing,
    };

    /// Programs the house needs and the machine lacks.
    [[nodiscard]] static QStringList missingPrograms();

    explicit SoundHouse(Furniture furniture);
    SoundHouse(const SoundHouse&) = delete;
    SoundHouse& operator=(const SoundHouse&) = delete;
    ~SoundHouse();

    /// Whether all services came up; says on standard error which did not.
    [[nodiscard]] bool isReady() const { return m_isReady; }

    /// Stops a service as a debugger does: it is there and does not answer.
    void freezeSpeech() const;
    void freezeSound() const;

    /// Records what is to be heard until the house is asked for it.
    void record();
    /// What was recorded, until now. Also written to the file PSOLOG_KEEP_SOUND names, as raw samples (16 bit, stereo,
    /// 24 kHz), for listening.
    [[nodiscard]] StereoSound recorded();
    /// The steady clock, in milliseconds, of the first sample of the recording: exact but for the delay of the
    /// recording itself, some 10 ms.
    [[nodiscard]] double recordingBegan() const { return m_recordingBegan; }

    /// Runs a program in the house to its end; its exit code, or -1 when it had to be killed.
    [[nodiscard]] int run(const QString& program, const QStringList& arguments, std::chrono::milliseconds limit);

    /// What a program wrote to standard error.
    [[nodiscard]] std::string complaints(const QString& program) const;

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

private:
    [[nodiscard]] std::unique_ptr<QProcess> begin(const QString& program, const QStringList& arguments);
    void serve(const QString& program, const QStringList& arguments, const QString& socket);
    [[nodiscard]] bool furnish();
    void readRecording();
    [[nodiscard]] std::vector<pid_t> inhabitants() const;

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    std::vector<std::unique_ptr<QProcess>> m_services;  // in the order they were started
    std::unique_ptr<QProcess> m_recorder;
    QByteArray m_recording;
    double m_recordingBegan = 1e300;
    bool m_isReady = true;
};

}  // namespace psolog::test
