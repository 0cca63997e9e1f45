#!/usr/bin/env bash
# Measures the translators' desk and prints the figures of docs/performance.md: first page, keys in triage, memory for each open page.
# Needs Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
CI=true dotnet test tests/CommonLanguage.Web.Tests -c Release -p:MeasureDesk=true --filter FullyQualifiedName~MeasureTests --logger "console;verbosity=detailed" |
  grep -E 'first page|in triage|server memory|error|Exception|did not|Failed|Passed!'
