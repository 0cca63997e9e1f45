#!/usr/bin/env bash
# The tool as it is handed out, tried as a person would: the native binary (clang and zlib's headers are needed) and the dotnet tool
# installed from a folder, each against a server of its own; then the pre-commit hook and the steps of the GitHub action.
# Prints a line for each check and "native: N passed, N failed" last; the exit code is 1 when one failed.
set -uo pipefail
cd "$(dirname "$0")/.."
root=$PWD
scratch=$(mktemp -d)
passed=0 failed=0
server_id=
trap '[ -z "$server_id" ] || { kill "$server_id"; wait "$server_id"; } 2>/dev/null; rm -rf "$scratch"' EXIT

# check NAME EXPECTED-EXIT-CODE TEXT COMMAND...: the command ends so and prints the text.
check() {
  local name=$1 code=$2 text=$3 output ended
  shift 3
  output=$("$@" 2>&1 </dev/null); ended=$?
  if [ "$ended" = "$code" ] && [[ $output == *"$text"* ]]; then
    passed=$((passed + 1)); echo "ok    $name"
  else
    failed=$((failed + 1)); echo "FAIL  $name: exit code $ended, not $code, or no '$text' in:"; echo "$output" | head -20
  fi
}

quiet=(-v quiet -nologo -nodeReuse:false)
dotnet publish src/CommonLanguage.Cli -p:PublishProfile=native "${quiet[@]}" || exit 1
dotnet pack src/CommonLanguage.Cli -c Release -o "$scratch/packages" "${quiet[@]}" || exit 1
dotnet tool install CommonLanguage.Cli --tool-path "$scratch/tool" --add-source "$scratch/packages" --ignore-failed-sources >"$scratch/install" || { cat "$scratch/install"; exit 1; }
dotnet build src/CommonLanguage.Server "${quiet[@]}" || exit 1

mkdir -p "$scratch/documents" && cd "$scratch/documents"
printf 'term,definition\nincident report,"A message that must be sent within 4 hours of the event by the supplier."\n' >red.csv
printf 'term,definition\nincident report,"A message that must be sent within 2 business days of the event by the supplier."\n' >blue.csv
printf '# Rules\n\nAn incident report goes to the desk.\n' >rules.md
printf 'organisation: red\naudience: [blue]\n' >.commonlanguage.yaml
web=$((20000 + RANDOM % 10000)) grpc=$((30000 + RANDOM % 10000))
export COMMONLANGUAGE_SERVER=http://127.0.0.1:$grpc
dotnet "$root"/src/CommonLanguage.Server/bin/Debug/net10.0/CommonLanguage.Server.dll --DataDirectory="$scratch/data" \
  --Kestrel:Endpoints:Web:Url=http://127.0.0.1:$web --Kestrel:Endpoints:Grpc:Url=http://127.0.0.1:$grpc >"$scratch/log" 2>&1 &
server_id=$!
native=$root/artifacts/native/commonlanguage
for _ in $(seq 100); do "$native" lookup x >/dev/null 2>&1; [ $? = 1 ] && break; sleep 0.2; done

for tool in "$native" "$scratch/tool/commonlanguage"; do
  kind=$([ "$tool" = "$native" ] && echo native || echo 'dotnet tool')
  check "$kind: version" 0 "0.1.0" "$tool" --version
  check "$kind: import" 0 "" "$tool" import red.csv --organisation red --partnership ops
  check "$kind: import of the other side" 0 "" "$tool" import blue.csv --organisation blue --partnership ops
  check "$kind: lookup" 0 "2 business days" "$tool" lookup "incident report"
  check "$kind: lookup as JSON" 0 '"organisation"' "$tool" lookup "incident report" --format json
  check "$kind: conflicts" 0 "incident report" "$tool" conflicts
  check "$kind: compare" 0 "" "$tool" compare "Within 4 hours." "Within 2 days." --term reply
  check "$kind: pull" 0 "" "$tool" pull --partnership ops --output ops.snapshot
  check "$kind: check" 1 "rules.md:3:4: warning CL001" "$tool" check rules.md --glossary ops.snapshot
  check "$kind: check as SARIF" 1 '"2.1.0"' "$tool" check rules.md --glossary ops.snapshot --format sarif
  check "$kind: a server that does not answer" 3 "No server answers" "$tool" lookup x --server http://127.0.0.1:9
done

# An editor's first and last messages.
message() { printf 'Content-Length: %s\r\n\r\n%s' "${#1}" "$1"; }
speak() {
  { message '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}'
    message '{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a.md","languageId":"markdown","version":1,"text":"An incident report."}}}'
    message '{"jsonrpc":"2.0","id":2,"method":"shutdown"}'
    message '{"jsonrpc":"2.0","method":"exit"}'; } | "$native" lsp --glossary ops.snapshot
}
check "native: lsp" 0 '"code":"CL001"' speak

# What an author's repository does with it.
export PATH=$root/artifacts/native:$PATH
hook=$(sed -n 's/^  entry: //p' "$root/.pre-commit-hooks.yaml")
check "pre-commit: the hook's command line" 1 "CL001" $hook rules.md --glossary ops.snapshot
if command -v pre-commit >/dev/null; then
  git init -q . && git add rules.md .commonlanguage.yaml
  printf 'repos:\n- repo: local\n  hooks:\n' >.pre-commit-config.yaml
  sed -e 's/^/    /' -e 's/language: dotnet/language: system/' "$root/.pre-commit-hooks.yaml" >>.pre-commit-config.yaml
  printf '      args: [--glossary, ops.snapshot]\n' >>.pre-commit-config.yaml
  check "pre-commit: a commit is stopped" 1 "CL001" pre-commit run --all-files
else
  echo "skip  pre-commit is not installed (Debian: pre-commit): the hook was run without it"
fi

# The action's last step, with its inputs as GitHub gives them.
sed -n '/# begin check/,/# end check/p' "$root/action.yml" | sed 's/^ *//' >"$scratch/step.sh"
action() { INPUT_PATHS='rules.md' INPUT_GLOSSARY=ops.snapshot INPUT_AS='' INPUT_FOR='' INPUT_FAIL_ON="$1" INPUT_SARIF="$2" INPUT_CHANGED_SINCE='' bash "$scratch/step.sh"; }
check "action: annotates and fails" 1 "::warning file=rules.md,line=3" action warning ''
check "action: only errors fail" 0 "::warning file=rules.md,line=3" action error ''
check "action: writes SARIF" 1 "::warning" action warning out.sarif
check "action: the SARIF file" 0 '"2.1.0"' cat out.sarif

echo "native: $passed passed, $failed failed"
[ "$failed" = 0 ]
