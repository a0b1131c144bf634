// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QPaintDevice>
#include <QRectF>
#include <QString>

namespace psolog::test {

/// A text as it was painted: where its letters stand, in px of the device.
struct PaintedText {
    QString text;
    QRectF box;
};

/// A paint device that notes the texts painted on it and how far anything else reaches.
class PaperProbe : public QPaintDevice {
public:
    explicit PaperProbe(QSize size);
    ~PaperProbe() override;

    [[nodiscard]] QPaintEngine* paintEngine() const override;
    [[nodiscard]] const std::vector<PaintedText>& texts() const;
    /// Around all that was painted.
    [[nodiscard]] QRectF reach() const;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;

    QSize m_size;
    std::unique_ptr<Engine> m_engine;
};

}  // namespace psolog::test
