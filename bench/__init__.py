"""Speed and memory as ratios in one run; see docs/en/performance.md."""
