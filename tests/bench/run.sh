#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the benches named, or all but those that take minutes, and prints one table. Ends with 1 when a budget was
# missed or a bench failed.
# `calibration [SEED]` prints its own table: how often the verdict errs on simulated diaries.
# The ratio is measured : reference where the budget names a reference, otherwise measured : budget.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

BENCHES=(checkin tick start trends stats roster)
LONG=(cues calibration)  # only by name

[[ ${1:-} == calibration ]] && exec ./calibration_bench "${@:2}"

run_bench() {
    case "$1" in
    start)
        ./start_bench offscreen || return 1
        command -v xvfb-run >/dev/null || return 0
        xvfb-run -a -s '-screen 0 1600x1000x24' ./start_bench xcb
        ;;
    trends) QT_QPA_PLATFORM=offscreen ./trends_bench ;;
    *) "./$1_bench" ;;
    esac
}

rows=$(mktemp)
trap 'rm -f "$rows"' EXIT
failed=0
for bench in "${@:-${BENCHES[@]}}"; do
    if [[ ! -x ./${bench}_bench ]]; then
        [[ $# -eq 0 ]] && continue
        echo "There is no bench '$bench'; there are: ${BENCHES[*]} ${LONG[*]}" >&2
        exit 2
    fi
    echo "Measuring $bench …" >&2
    run_bench "$bench" >>"$rows" || { echo "$bench could not be measured" >&2; failed=1; }
done

{
    printf 'what\tbudget\tmeasured\tratio\t\n'
    cat "$rows"
} | LC_ALL=C awk -F'\t' '
    # Characters, not bytes: continuation bytes of UTF-8 do not count.
    function size(text) { return length(text) - gsub(/[\200-\277]/, "", text) }
    { for (i = 1; i <= NF; ++i) { cell[NR, i] = $i; if (size($i) > width[i]) width[i] = size($i) } }
    END {
        for (row = 1; row <= NR; ++row) {
            line = ""
            for (i = 1; i <= 5; ++i) {
                pad = sprintf("%" (width[i] - size(cell[row, i])) "s", "")
                line = line (i > 1 ? " | " : "") (i == 4 ? pad cell[row, i] : cell[row, i] pad)
            }
            print line
            if (row == 1) { gsub(/[^|]/, "-", line); gsub(/\|/, "+", line); print line }
        }
    }'
grep -q 'MISSED$' "$rows" && failed=1
exit "$failed"
