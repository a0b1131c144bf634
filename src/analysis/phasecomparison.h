// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "analysis/theilsen.h"

namespace psolog {

/// Which way is better.
enum class Improvement { Decrease, Increase };

/// How the values of a release phase B compare with those of a baseline phase A. The overlap measures are positive
/// where B is better.
struct PhaseComparison {
    std::size_t m = 0;  ///< values of A
    std::size_t n = 0;  ///< values of B
    std::optional<double> medianA;
    std::optional<double> medianB;
    std::optional<double> difference;  ///< medianB - medianA
    /// 95 % interval of the difference of medians; needs three values in each phase. comparePhases() takes the values
    /// as independent, judge() does not.
    std::optional<Interval> differenceInterval;
    std::optional<double> nap;    ///< share of pairs in which B is better, ties half
    std::optional<double> napSe;  ///< unbiased standard error of nap; needs two values in each phase
    std::optional<Interval> napInterval;
    std::optional<double> tau;  ///< 2 nap - 1
    /// Tau-U in the variant "A against B minus trend A".
    std::optional<double> tauUMinusTrendA;
    /// Tau after the Theil-Sen line of A is taken off both phases. A sensitivity check: a short baseline makes it
    /// noisy.
    std::optional<double> tauBaselineCorrected;
};

/// One phase: values at their days, both of the same length, in order of days, finite.
struct PhaseValues {
    std::span<const double> x;
    std::span<const double> y;
};

/// O((m + n) log(m + n)). Measures that a phase is too short for are empty; nothing is ever NaN.
///
/// NAP: Parker & Vannest, Behavior Therapy 40 (2009) 357; its variance is the unbiased one of a two-sample U-statistic
/// (Mee, JASA 85 (1990) 793); its interval is method 5 of Newcombe, Statistics in Medicine 25 (2006) 559, with the
/// interior root at 0 and 1. Tau-U: Parker et al., Behavior Therapy 42 (2011) 284. Baseline-corrected Tau, with the
/// measure A against B: Tarlow, Behavior Modification 41 (2017) 427. Interval of the difference of medians: Price &
/// Bonett, J. Stat. Comput. Simul. 72 (2002) 119.
[[nodiscard]] PhaseComparison comparePhases(const PhaseValues& a, const PhaseValues& b, Improvement improvement);

/// The interval of NAP by Newcombe's method 5, 95 %; m and n at least 1.
[[nodiscard]] Interval napInterval(double nap, std::size_t m, std::size_t n);

/// Squared standard error of the median of at least three independent values from their order statistics, without
/// assuming a distribution.
[[nodiscard]] double medianVariance(std::vector<double> values);

/// Lag-1 autocorrelation of the residuals around the mean of each phase: products of neighbours within a phase over the
/// sum of squares. Nothing with fewer than three values in all or when each phase is constant.
[[nodiscard]] std::optional<double> lagOne(std::span<const double> a, std::span<const double> b);

}  // namespace psolog
