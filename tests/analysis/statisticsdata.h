// SPDX-License-Identifier: GPL-3.0-or-later
// Published data sets, each with its source. Numbers "printed" stand in the source; numbers "recomputed" were worked
// out independently from the same data and agree with every printed one.
#pragma once

#include <vector>

namespace psolog::data {

using Values = std::vector<double>;

// Mann-Kendall by hand: mathcs.holycross.edu/~little/Montserrat/MannKendallByHand.txt
inline const Values kHolyCross{12.9, 14.8, 13.2, 15.7, 13.8, 15.6, 12.9, 11.0, 17.3, 15.9, 19.0, 18.3, 20.1, 21.7};

// Kendall, Rank Correlation Methods, 4th ed. 1970, example 3.1, as in the tests of the R package SingleCaseES
// (test-tarlow-2017.R)
inline const Values kKendallX{1, 2.5, 2.5, 4.5, 4.5, 6.5, 6.5, 8, 9.5, 9.5};
inline const Values kKendallY{1, 2, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10};

// Sen, JASA 63 (1968) 1379, as in the tests of SciPy
inline const Values kSenX{1, 2, 3, 4, 10, 12, 18};
inline const Values kSenY{9, 15, 19, 20, 45, 55, 78};

/// A baseline and what followed.
struct SingleCase {
    Values a;
    Values b;
};

// Tests of SingleCaseES
inline const SingleCase kParkerTauU{{3, 3, 4, 5}, {4, 5, 6, 7, 7}};
// Parker et al., Behavior Therapy 42 (2011) 284, as in the manual of the R package scan (9.8, tau_u.Rd)
inline const SingleCase kParkerBob{{2, 3, 5, 3}, {4, 5, 5, 7, 6}};
// Tests of SingleCaseES, test-tarlow-2017.R
inline const SingleCase kTarlowLinear{{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10}};
// Tarlow (2016), as in the manual of scan (9.9)
inline const SingleCase kTarlowC{{33, 25, 17, 25, 14, 13, 14}, {14, 15, 15, 4, 6, 9, 5, 4, 2, 2, 8, 11, 7}};
// Parker & Vannest, Behavior Therapy 40 (2009) 357: example data of NAP() in SingleCaseES
inline const SingleCase kParkerVannest{{4, 3, 4, 3, 4, 7, 5, 2, 3, 2}, {5, 9, 7, 9, 7, 5, 9, 11, 11, 10, 9}};
// McKissick et al., participant 3, in the vignette of SingleCaseES; less is better
inline const SingleCase kMcKissick{{11.82, 13.95, 11.93, 16.09, 18.09, 11.75, 13.75, 12.59, 11},
                                   {1.98, 4.8, 11.87, 5.34}};
// exampleAB of scan, Johanna
inline const SingleCase kJohanna{{54, 53, 56, 58, 52}, {61, 62, 71, 66, 64, 78, 70, 74, 82, 77, 86, 68, 80, 86, 87}};

}  // namespace psolog::data
