# count-results.awk — reads the output of a test run and prints "PASSED FAILED". It knows how our own runners close, and Catch2's (in
# both versions), Node's (reporter tap) and Playwright's summaries. Colour codes are dropped first.
{ gsub(/\033\[[0-9;]*m/, "") }

# Ours: "96 passed, 0 failed". A run of several stages closes with the sum of theirs, so the last such line is all there is to count.
/^[0-9]+ passed, [0-9]+ failed$/ { closed = 1; all_passed = $1; all_failed = $3; next }

# Catch2: "All tests passed (12 assertions in 5 test cases)", or "test cases: 5 | 4 passed | 1 failed"
/^All tests passed \(/ {
  for (i = 1; i <= NF; i++) if ($i == "in") passed += $(i + 1)
  next
}
/^test cases:/ {
  for (i = 1; i <= NF; i++) {
    if ($i == "passed") passed += $(i - 1)
    if ($i == "failed") failed += $(i - 1)
  }
  next
}

# Node: "# pass 5", "# fail 0"; also "ℹ pass 5"
/^(#|ℹ) pass [0-9]+$/ { passed += $3; next }
/^(#|ℹ) (fail|cancelled) [0-9]+$/ { failed += $3; next }

# Playwright: "  5 passed (4.2s)", "  1 failed", "  2 did not run"
/^  [0-9]+ passed( \([0-9.]+(ms|s|m|h)\))?$/ { passed += $1; next }
/^  [0-9]+ (failed|interrupted)$/ { failed += $1; next }
/^  [0-9]+ did not run$/ { failed += $1; next }

END { print (closed ? all_passed : passed) + 0, (closed ? all_failed : failed) + 0 }
