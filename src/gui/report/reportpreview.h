// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QScrollArea>

#include "gui/report/reportsheet.h"

namespace psolog {

/// The report as it will lie on paper: the whole page, closer with + and the wheel, wider with -, whole again with 0;
/// the arrow keys move it. Assistive technology reads the words of the page.
class ReportPreview : public QScrollArea {
    Q_OBJECT
public:
    explicit ReportPreview(const Theme& theme, QWidget* parent = nullptr);
    ~ReportPreview() override;

    void setSheet(std::shared_ptr<const ReportSheet> sheet);

    /// Screen px for one px of paper; 0: the whole page fits the view.
    void setZoom(double zoom);
    [[nodiscard]] double zoom() const { return m_zoom; }

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void zoomChanged();

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void showWholePage();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    class Canvas;

    [[nodiscard]] double wholeZoom() const;
    void arrange();

    const Theme& m_theme;
    std::shared_ptr<const ReportSheet> m_sheet;
    Canvas* m_canvas;
    double m_zoom = 0;
};

}  // namespace psolog
