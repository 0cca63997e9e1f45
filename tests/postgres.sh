#!/usr/bin/env bash
# A temporary PostgreSQL cluster for the tests, on the loopback only.
#   tests/postgres.sh start [PORT]   makes and starts it (on 54329 or the next free port), and prints its connection string (for COMMONLANGUAGE_TEST_POSTGRES)
#   tests/postgres.sh stop           stops and deletes it
# The folder is COMMONLANGUAGE_TEST_POSTGRES_FOLDER, or commonlanguage-postgres in the folder for temporary files. PostgreSQL does
# not run as root: there, the cluster runs as the user postgres.
set -euo pipefail

folder=${COMMONLANGUAGE_TEST_POSTGRES_FOLDER:-${TMPDIR:-/tmp}/commonlanguage-postgres}
port=${2:-54329}
# Where no port is asked for, the next one that nobody listens on will do.
[ -n "${2:-}" ] || while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done

programs() {
  command -v pg_ctl >/dev/null && dirname "$(command -v pg_ctl)" && return
  ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1
}

as_owner() { if [ "$(id -u)" = 0 ]; then su postgres -s /bin/bash -c "$*"; else bash -c "$*"; fi; }

bin=$(programs)
[ -n "$bin" ] || { echo "PostgreSQL's server programs are not installed (Debian: apt-get install postgresql)." >&2; exit 1; }

case "${1:-}" in
  start)
    mkdir -p "$folder"
    [ "$(id -u)" = 0 ] && chown postgres "$folder"
    if [ ! -e "$folder/data/PG_VERSION" ]; then
      as_owner "'$bin/initdb' -D '$folder/data' -U commonlanguage -A trust -E UTF8 --locale=C.UTF-8 --no-sync" >/dev/null
    fi
    # The data is thrown away: nothing needs to survive a power loss.
    as_owner "'$bin/pg_ctl' -D '$folder/data' -w -s -l '$folder/log' -o \"-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories='$folder' -c fsync=off -c full_page_writes=off\" start" >&2
    echo "Host=127.0.0.1;Port=$port;Username=commonlanguage;Database=postgres"
    ;;
  stop)
    if [ -e "$folder/data/postmaster.pid" ]; then as_owner "'$bin/pg_ctl' -D '$folder/data' -w -s -m immediate stop" >&2; fi
    rm -rf "$folder"
    ;;
  *)
    echo "usage: tests/postgres.sh start [PORT] | stop" >&2
    exit 2
    ;;
esac
