#pragma once
#include <cmath>

namespace mizan {

/// Four decimals: what stands behind them is noise of the arithmetic, and would differ between machines.
inline double rounded(double share) { return std::round(share * 10000) / 10000; }

}  // namespace mizan
