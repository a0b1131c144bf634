// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/slopes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <utility>

#include "analysis/inversions.h"

namespace psolog {

namespace {

constexpr std::int64_t kListed = 24'000;  ///< so many slopes are simply listed
constexpr std::int64_t kFirstSample = 8'192;
constexpr std::int64_t kSample = 4'096;
constexpr int kDeepest = 64;  ///< rounds; each leaves a fraction of the slopes, so this is never reached
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kLargest = std::numeric_limits<double>::max();

// Keys are sorted as whole numbers of 64 bits, by six digits.
constexpr int kDigits = 6;
constexpr int kDigitBits = 11;
constexpr std::size_t kBuckets = std::size_t{1} << kDigitBits;

struct Point {
    double x;
    double y;

    friend bool operator<(const Point& a, const Point& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; }
};

/// The unevaluated sum of two numbers: twice the digits of one.
struct Sum {
    double high;
    double low;
};

/// a + b without rounding (Knuth, The Art of Computer Programming 2, 3rd ed. 1997, 4.2.2 theorem B).
Sum exactSum(double a, double b)
{
    const double sum = a + b;
    const double part = sum - a;
    return {sum, (a - (sum - part)) + (b - part)};
}

/// y - slope * x to about 106 bits.
Sum offsetOf(double x, double y, double slope)
{
    const double product = slope * x;
    const double rest = std::fma(slope, x, -product);
    const Sum difference = exactSum(y, -product);
    return exactSum(difference.high, difference.low - rest);
}

/// Whole numbers in the same order as the numbers.
std::uint64_t sortable(double value)
{
    const auto bits = std::bit_cast<std::uint64_t>(value + 0.0);  // no -0
    constexpr std::uint64_t kSign = std::uint64_t{1} << 63;
    return bits ^ ((0 - (bits >> 63)) | kSign);
}

/// How far a bound is put beside a slope, so that it is surely beyond the true slope of the same points, which is
/// rounded in three steps. The smallest keeps bounds beside 0 large enough to be multiplied by x.
double margin(double slope)
{
    return 4 * std::numeric_limits<double>::epsilon() * std::abs(slope) + 0x1p-600;
}

/// Puts the slopes of ascending positions into place; those before them are then all at most as large.
void takeRanks(std::vector<double>& slopes, std::int64_t below, std::span<const std::int64_t> ranks,
               std::span<double> result)
{
    auto from = slopes.begin();
    const auto last = static_cast<std::int64_t>(slopes.size()) - 1;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        const auto place = slopes.begin() + std::clamp<std::int64_t>(ranks[i] - below, 0, last);
        if (place >= from) {
            std::nth_element(from, place, slopes.end());
            from = place + 1;
        }
        result[i] = *place;
    }
}

}  // namespace

Slopes::Slopes(std::span<const double> x, std::span<const double> y)
{
    const std::size_t n = std::min(x.size(), y.size());
    std::vector<Point> points(n);
    for (std::size_t i = 0; i < n; ++i)
        points[i] = {x[i], y[i]};
    if (!std::is_sorted(points.begin(), points.end()))
        std::sort(points.begin(), points.end());
    if (n == 0)
        return;

    const auto size = static_cast<Rank>(n);
    m_count = size * (size - 1) / 2;
    m_medianX = n % 2 == 1 ? points[n / 2].x : (points[n / 2 - 1].x + points[n / 2].x) / 2;
    m_x.reserve(n);
    m_y.reserve(n);
    m_byX.resize(n);
    for (std::size_t last = n; last > 0;) {
        std::size_t first = last - 1;
        while (first > 0 && points[first - 1].x == points[last - 1].x)
            --first;
        for (std::size_t i = first; i < last; ++i) {
            m_byX[i] = static_cast<Index>(m_x.size());
            m_x.push_back(points[i].x);
            m_y.push_back(points[i].y);
        }
        const auto ties = static_cast<Rank>(last - first);
        m_count -= ties * (ties - 1) / 2;
        const auto t = static_cast<double>(ties);
        m_xTieTerm += t * (t - 1) * (2 * t + 5);
        last = first;
    }

    m_level = std::adjacent_find(m_y.begin(), m_y.end(), std::not_equal_to<>()) == m_y.end();
}

std::uint64_t Slopes::random()
{
    // SplitMix64: Steele, Lea, Flood, OOPSLA 2014.
    m_random += 0x9E37'79B9'7F4A'7C15U;
    std::uint64_t bits = m_random;
    bits = (bits ^ (bits >> 30)) * 0xBF58'476D'1CE4'E5B9U;
    bits = (bits ^ (bits >> 27)) * 0x94D0'49BB'1331'11EBU;
    return bits ^ (bits >> 31);
}

void Slopes::orderAt(double slope, std::vector<Index>& order)
{
    const std::size_t n = m_x.size();
    m_keys.resize(n);
    m_spareKeys.resize(n);
    m_low.resize(n);
    order.resize(n);
    // By a power of two, so that nothing is rounded and neither the product nor the difference overflows.
    const double scale = std::ldexp(1.0, slope == 0 ? -2 : -2 - std::max(std::ilogb(slope), 0));
    const double scaled = slope * scale;

    std::array<std::array<Index, kBuckets>, kDigits> starts{};
    Key* from = m_keys.data();
    Key* to = m_spareKeys.data();
    for (std::size_t i = 0; i < n; ++i) {
        const Sum offset = offsetOf(m_x.data()[i], m_y.data()[i] * scale, scaled);
        m_low.data()[i] = offset.low;
        std::uint64_t value = sortable(offset.high);
        from[i] = {value, static_cast<Index>(i)};
        for (auto& digit : starts) {
            ++digit[value % kBuckets];
            value /= kBuckets;
        }
    }
    int shift = 0;
    for (auto& digit : starts) {
        Index* const place = digit.data();
        if (place[(from[0].value >> shift) % kBuckets] != n) {
            Index start = 0;
            for (std::size_t bucket = 0; bucket < kBuckets; ++bucket)
                start += std::exchange(place[bucket], start);
            for (std::size_t i = 0; i < n; ++i)
                to[place[(from[i].value >> shift) % kBuckets]++] = from[i];
            std::swap(from, to);
        }
        shift += kDigitBits;
    }
    sortTies(from);
    for (std::size_t i = 0; i < n; ++i)
        order.data()[i] = from[i].point;
}

void Slopes::sortTies(Key* keys) const
{
    const double* const low = m_low.data();
    const Key* const end = keys + m_x.size();
    while (keys != end) {
        Key* last = keys + 1;
        bool ordered = true;
        for (; last != end && last->value == keys->value; ++last)
            ordered = ordered && low[last[-1].point] <= low[last->point];
        if (!ordered)
            std::sort(keys, last, [low](const Key& a, const Key& b) {
                return low[a.point] != low[b.point] ? low[a.point] < low[b.point] : a.point < b.point;
            });
        keys = last;
    }
}

void Slopes::arrange(const std::vector<Index>& low, const std::vector<Index>& high)
{
    const std::size_t n = m_x.size();
    m_rank.resize(n);
    m_sequence.resize(n);
    for (std::size_t rank = 0; rank < n; ++rank)
        m_rank.data()[high.data()[rank]] = static_cast<Index>(rank);
    for (std::size_t i = 0; i < n; ++i)
        m_sequence.data()[i] = m_rank.data()[low.data()[i]];
}

Slopes::Cut Slopes::cutAt(double slope)
{
    Cut cut;
    cut.slope = slope;
    orderAt(slope, cut.order);
    arrange(m_byX, cut.order);
    cut.below = countInversions(m_sequence, m_spare);
    return cut;
}

void Slopes::list(const Cut& low, const Cut& high, Wanted wanted)
{
    m_listed.clear();
    // More only where rounding hid all of them from a sample: then there are hardly any.
    m_listed.reserve(static_cast<std::size_t>(std::min(high.below - low.below, kListed)));
    arrange(low.order, high.order);
    const Index* const point = high.order.data();
    forEachInversionBlock(m_sequence, m_spare, [&](const Index* first, const Index* last, Index right) {
        const Index end = point[right];
        for (; first != last; ++first)
            m_listed.push_back(slope(point[*first], end));
    });
    // Between bounds closer together than rounding can tell there may be none.
    if (m_listed.empty())
        m_listed.push_back(std::isfinite(low.slope) ? low.slope : high.slope);
    takeRanks(m_listed, low.below, wanted.ranks, wanted.slopes);
}

std::vector<double> Slopes::samplePairs()
{
    std::vector<double> found;
    found.reserve(kFirstSample);
    const std::uint64_t n = m_x.size();
    while (found.size() < kFirstSample) {
        const std::uint64_t bits = random();
        const auto a = static_cast<Index>(((bits >> 32) * n) >> 32);
        const auto b = static_cast<Index>(((bits & 0xFFFF'FFFFU) * n) >> 32);
        if (m_x.data()[a] != m_x.data()[b])
            found.push_back(slope(a, b));
    }
    return found;
}

std::vector<double> Slopes::sample(const Cut& low, const Cut& high)
{
    const Rank inside = high.below - low.below;
    const Rank pairs = static_cast<Rank>(m_x.size()) * (static_cast<Rank>(m_x.size()) - 1) / 2;
    if (inside == m_count && m_count > pairs / 2)
        return samplePairs();
    // One of every `stride`, with random gaps between them.
    const Rank stride = std::max<Rank>(inside / kSample, 1);
    const auto gap = [&] {
        return 1 + static_cast<Rank>(((random() >> 32) * static_cast<std::uint64_t>(2 * stride - 1)) >> 32);
    };
    std::vector<double> found;
    found.reserve(2 * kSample);
    Rank wait = gap();
    arrange(low.order, high.order);
    const Index* const point = high.order.data();
    forEachInversionBlock(m_sequence, m_spare, [&](const Index* first, const Index* last, Index right) {
        const Rank block = last - first;
        if (wait > block) {
            wait -= block;
            return;
        }
        Rank at = wait;
        for (; at <= block; at += gap())
            found.push_back(slope(point[first[at - 1]], point[right]));
        wait = at - block;
    });
    return found;
}

std::vector<double> Slopes::boundsAround(const Cut& low, const Cut& high, std::span<const Rank> ranks,
                                         const std::vector<double>& drawn) const
{
    const auto size = static_cast<double>(drawn.size());
    const auto inside = static_cast<double>(high.below - low.below);
    std::vector<double> bounds;
    const auto add = [&](double bound) {
        if (bound > low.slope && bound < high.slope)
            bounds.push_back(bound);
    };
    double reached = -kInfinity;
    for (const Rank rank : ranks) {
        // Three standard deviations of where the rank is found in the sample.
        const double share = (static_cast<double>(rank - low.below) + 0.5) / inside;
        const double reach = 2 + 3 * std::sqrt(size * share * (1 - share));
        const double left = size * share - reach;
        const double right = size * share + reach;
        if (left >= 0) {
            const double from = drawn[static_cast<std::size_t>(left)];
            const double bound = from - margin(from);
            if (bound > reached)
                add(bound);
            else if (!bounds.empty() && bounds.back() == reached)
                bounds.pop_back();
        }
        if (right >= size)
            break;
        const double to = drawn[static_cast<std::size_t>(right)];
        reached = to + margin(to);
        add(reached);
    }
    return bounds;
}

void Slopes::select(const Cut& low, const Cut& high, Wanted wanted, Round round)
{
    const Rank inside = high.below - low.below;
    if (inside <= kListed) {
        list(low, high, wanted);
        return;
    }
    std::vector<double> drawn = sample(low, high);
    if (drawn.empty()) {
        list(low, high, wanted);
        return;
    }
    std::sort(drawn.begin(), drawn.end());
    const double middle = std::clamp(drawn[drawn.size() / 2], -kLargest, kLargest);
    if (high.slope - low.slope <= 3 * margin(middle) || round.depth == kDeepest) {
        // One slope that many pairs share.
        for (std::size_t i = 0; i < wanted.ranks.size(); ++i) {
            const double share = static_cast<double>(wanted.ranks[i] - low.below) / static_cast<double>(inside);
            wanted.slopes[i] = drawn[static_cast<std::size_t>(share * static_cast<double>(drawn.size() - 1))];
        }
        return;
    }
    // When a round did not get far, a shared slope is in the way: that of the middle is set apart.
    std::vector<double> bounds = round.halve ? std::vector{middle - margin(middle), middle + margin(middle)}
                                             : boundsAround(low, high, wanted.ranks, drawn);
    std::erase_if(bounds, [&](double bound) { return !(bound > low.slope && bound < high.slope); });
    const Cut* under = &low;
    Cut held;
    for (std::size_t i = 0; i <= bounds.size() && !wanted.ranks.empty(); ++i) {
        Cut next = i < bounds.size() ? cutAt(bounds[i]) : Cut();
        const Cut& over = i < bounds.size() ? next : high;
        std::size_t here = wanted.ranks.size();
        if (i < bounds.size())
            here = static_cast<std::size_t>(std::lower_bound(wanted.ranks.begin(), wanted.ranks.end(), over.below)
                                            - wanted.ranks.begin());
        if (here > 0)
            select(*under, over, {wanted.ranks.first(here), wanted.slopes.first(here)},
                   {round.depth + 1, over.below - under->below > inside - inside / 4});
        wanted = {wanted.ranks.subspan(here), wanted.slopes.subspan(here)};
        held = std::move(next);
        under = &held;
    }
}

std::vector<double> Slopes::at(std::span<const Rank> ranks)
{
    std::vector<double> slopes(ranks.size());
    if (m_level)
        return slopes;
    Cut low;
    low.slope = -kInfinity;
    low.order = m_byX;
    Cut high;
    high.slope = kInfinity;
    high.below = m_count;
    high.order.resize(m_x.size());
    std::iota(high.order.begin(), high.order.end(), Index{0});
    select(low, high, {ranks, slopes}, {0, false});
    for (double& found : slopes)
        found += 0.0;  // no -0
    return slopes;
}

}  // namespace psolog
