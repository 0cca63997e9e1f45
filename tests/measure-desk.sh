#!/usr/bin/env bash
# Measures the translators' desk and prints the figures of docs/performance.md: first page, keys in triage, memory for each open page.
# The server is the one that the container holds; with "built", it is the one that a build makes. Needs Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
server=$(mktemp -d)
trap 'rm -rf "$server"' EXIT
if [ "${1:-}" != built ]; then
  dotnet publish src/CommonLanguage.Server -c Release --use-current-runtime --self-contained false -o "$server" -v quiet -nologo -nodeReuse:false
  export COMMONLANGUAGE_MEASURE_SERVER=$server
fi
CI=true dotnet test tests/CommonLanguage.Web.Tests -c Release -p:MeasureDesk=true --filter FullyQualifiedName~MeasureTests --logger "console;verbosity=detailed" |
  grep -E 'first page|in triage|server memory|error|Exception|did not|Failed|Passed!'
