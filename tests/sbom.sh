#!/usr/bin/env bash
# Bills of materials (CycloneDX, JSON) of what is handed out, the server and the command line: tests/sbom.sh [FOLDER], artifacts/sbom
# unless said otherwise. Needs what a build has restored.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-artifacts/sbom}
dotnet tool restore >/dev/null
for project in Server Cli; do
  file=commonlanguage-${project,,}.cdx.json
  dotnet CycloneDX "src/CommonLanguage.$project/CommonLanguage.$project.csproj" --output "$folder" --filename "$file" --output-format Json \
    --set-name "CommonLanguage.$project" --disable-package-restore >/dev/null
  # Some package that each is made with: a bill that names nothing is none.
  grep -q '"name": "Google.Protobuf"' "$folder/$file" || { echo "$folder/$file does not name Google.Protobuf." >&2; exit 1; }
  echo "$folder/$file: $(grep -c '"purl": "pkg:nuget/' "$folder/$file") packages"
done
