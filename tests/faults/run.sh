#!/usr/bin/env bash
# The fault tests with their full counts, and a table of what they found. It takes hours.
#   tests/faults/run.sh [FILTER] [COUNT]     FILTER is a part of a test's name, such as PowerLoss; COUNT is the most rounds of a test
# Needs Linux and gcc.
set -euo pipefail
cd "$(dirname "$0")/../.."

command -v gcc >/dev/null || { echo "gcc is needed: it compiles the failing disk (tests/faults/powerloss.c)." >&2; exit 1; }
table=$(mktemp)
trap 'rm -f "$table"' EXIT
export CI=true COMMONLANGUAGE_FAULTS=${2:-full} COMMONLANGUAGE_FAULTS_TABLE=$table

failed=0
for project in tests/CommonLanguage.Tests tests/CommonLanguage.Server.Tests; do
  dotnet test "$project" --nologo --filter "FullyQualifiedName~.Faults.&FullyQualifiedName~${1:-Faults}" || failed=1
done

echo
echo "| fault | what was done | what followed |"
echo "|---|---|---|"
sort -V "$table"
exit $failed
