#!/usr/bin/env bash
# The document check beside its peers, on a folder of Markdown: tests/CommonLanguage.Benchmarks/check.sh FOLDER [ROUNDS]
# The same rules for all: 340 words and phrases of the documents themselves that are to be replaced. Each tool runs in turn, so that
# whatever else the machine does falls on all alike; CPU seconds of the whole process are the median of the rounds, hits beside them.
# Needs node, npm, clang and zlib's headers; codespell (Debian's 2.2.2-1) and Vale are taken from PATH where they are.
set -euo pipefail
documents=$(realpath "${1:?Name a folder of Markdown.}") rounds=${2:-3}
cd "$(dirname "$0")"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

dotnet publish ../../src/CommonLanguage.Cli -p:PublishProfile=native -v quiet -nologo
dotnet build -c Release -v quiet -nologo
ours=$(realpath ../../artifacts/native/commonlanguage)
program=$(realpath bin/Release/net10.0/CommonLanguage.Benchmarks.dll)
cd "$scratch"
npm install --silent --no-audit --no-fund textlint@15.8.0 textlint-rule-terminology@5.2.16 textlint-rule-prh@6.1.0 >npm.log 2>&1 || { cat npm.log; exit 1; }

# Words and pairs of words by their rank among all of five letters and more, from the 200th on: none so common that they are everywhere.
cat >rules.mjs <<'END'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
const folder = process.argv[2];
const counts = new Map();
for (const file of readdirSync(folder).filter(name => name.endsWith('.md'))) {
  for (const line of readFileSync(`${folder}/${file}`, 'utf8').split('\n')) {
    const words = line.match(/(?<![\w`./-])[a-z]{5,}(?![\w`./-])/g) ?? [];
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [pair] of line.matchAll(/(?<![\w`./-])[a-z]{5,} [a-z]{5,}(?![\w`./-])/g)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
}
const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([text]) => text);
const wrong = [...ranked.filter(text => !text.includes(' ')).slice(200, 370), ...ranked.filter(text => text.includes(' ')).slice(20, 190)];
const right = text => 'zz' + text.replace(' ', '');
writeFileSync('pairs.tsv', wrong.map(text => `${text}\t${right(text)}\n`).join(''));
const letters = i => { let text = ''; for (let n = i; n > 0; n = Math.floor(n / 26)) text += String.fromCharCode(97 + n % 26); return `q${text}x`; };
const words = wrong.filter(text => !text.includes(' '));
const many = [...words, ...Array.from({ length: 100000 - words.length }, (_, i) => letters(i + 20000))];
writeFileSync('many.tsv', many.map(text => `${text}\t${right(text)}\n`).join(''));
writeFileSync('pairs.codespell', words.map(text => `${text}->${right(text)}\n`).join(''));
writeFileSync('many.codespell', many.map(text => `${text}->${right(text)}\n`).join(''));
writeFileSync('terminology.json', JSON.stringify({ rules: { terminology: { defaultTerms: false, terms: wrong.map(text => [text, right(text)]) } } }));
writeFileSync('prh.yml', 'version: 1\nrules:\n' + wrong.map(text => `  - expected: ${right(text)}\n    pattern: /\\b${text}\\b/i\n`).join(''));
writeFileSync('prh.json', JSON.stringify({ rules: { prh: { rulePaths: ['./prh.yml'] } } }));
END
node rules.mjs "$documents"
dotnet "$program" snapshot pairs.tsv pairs.snapshot
dotnet "$program" snapshot many.tsv many.snapshot

ours() { "$ours" check "$documents" --as words --glossary "$1" --format json --fail-on never; }
textlint() { node_modules/.bin/textlint --config "$1" --format json "$documents/*.md" || true; }
spell() { codespell --dictionary "$1" "$documents"/*.md || true; }
vale_() { vale --config vale.ini --output JSON "$documents" || true; }
if command -v vale >/dev/null; then
  mkdir -p styles/Words
  { printf 'extends: substitution\nmessage: "%%s, not %%s"\nlevel: error\nignorecase: true\nswap:\n'; sed 's/^\(.*\)\t\(.*\)$/  "\1": \2/' pairs.tsv; } >styles/Words/Words.yml
  printf 'StylesPath = styles\nMinAlertLevel = error\n[*.md]\nBasedOnStyles = Words\n' >vale.ini
fi

declare -A tools=(
  [1 ours, 340]='ours pairs.snapshot' [2 ours, 100 000]='ours many.snapshot'
  [3 textlint-rule-terminology 5.2.16]='textlint terminology.json' [4 textlint prh 6.1.0]='textlint prh.json')
command -v codespell >/dev/null && tools["5 codespell $(codespell --version), words of the 340"]='spell pairs.codespell' && tools["6 codespell $(codespell --version), 100 000"]='spell many.codespell'
command -v vale >/dev/null && tools["7 $(vale --version)"]=vale_
TIMEFORMAT='%U %S'
for round in $(seq "$rounds"); do
  for name in "${!tools[@]}"; do
    { time ${tools[$name]} >"out.${name%% *}" 2>/dev/null; } 2>>"time.${name%% *}"
  done
done
hits() {
  case $1 in
    1|2) grep -o '"terms": [0-9]*' "out.$1" | tr -dc 0-9 ;;
    3|4) node -e 'let n=0; for (const f of JSON.parse(require("fs").readFileSync(process.argv[1],"utf8"))) n+=f.messages.length; console.log(n)' "out.$1" ;;
    7) grep -c '"Check"' "out.$1" ;;
    *) wc -l <"out.$1" ;;
  esac
}
printf '%-46s %12s %8s\n' tool 'CPU seconds' hits
printf '%s\n' "${!tools[@]}" | sort | while read -r name; do
  seconds=$(awk '{ print $1 + $2 }' "time.${name%% *}" | sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }')
  printf '%-46s %12s %8s\n' "${name#* }" "$seconds" "$(hits "${name%% *}")"
done

printf 'An incident.\n' >tiny.md
TIMEFORMAT='%R'
for kind in git ours git ours git ours; do
  if [ $kind = git ]; then { time for _ in $(seq 20); do git --version >/dev/null; done; } 2>>start.git
  else { time for _ in $(seq 20); do "$ours" check tiny.md --as words --glossary pairs.snapshot >/dev/null 2>&1; done; } 2>>start.ours; fi
done
awk 'FNR == NR { git = git == "" || $1 < git ? $1 : git; next } { ours = ours == "" || $1 < ours ? $1 : ours } END { printf "start on one tiny file, wall: %.1f ms; git --version: %.1f ms; ratio %.2f\n", ours * 50, git * 50, ours / git }' start.git start.ours
