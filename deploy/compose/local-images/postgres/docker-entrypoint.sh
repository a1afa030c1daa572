#!/usr/bin/env bash
# What the official image's entrypoint does, as far as compose.yaml and the tests use it: makes the cluster at the
# first start, runs what lies in /docker-entrypoint-initdb.d, and becomes the server.
set -euo pipefail

# from_file NAME DEFAULT: NAME, or the content of the file that NAME_FILE names, or the default.
from_file() {
    local file=${1}_FILE
    [ -z "${!1:-}" ] || [ -z "${!file:-}" ] || { echo "both $1 and $file are set" >&2; exit 1; }
    if [ -n "${!file:-}" ]; then
        export "$1=$(<"${!file}")"
    else
        export "$1=${!1:-$2}"
    fi
    unset "$file"
}

[ "${1:0:1}" != - ] || set -- postgres "$@"
[ "$1" = postgres ] || exec "$@"

# Before root is given up: it may be alone in reading the files.
from_file POSTGRES_USER postgres
from_file POSTGRES_PASSWORD ''
from_file POSTGRES_DB "$POSTGRES_USER"

if [ "$(id -u)" = 0 ]; then
    mkdir -p "$PGDATA"
    chown -R postgres "$(dirname "$PGDATA")" "$PGDATA"
    chmod 700 "$PGDATA"
    exec setpriv --reuid=postgres --regid=postgres --clear-groups -- "${BASH_SOURCE[0]}" "$@"
fi

# What is to be done once, against a server that listens to nobody outside.
first_start() {
    [ -n "$POSTGRES_PASSWORD" ] || { echo 'Error: POSTGRES_PASSWORD is not set.' >&2; exit 1; }
    local file
    # shellcheck disable=SC2086 # several arguments in one variable
    initdb --username="$POSTGRES_USER" --auth-host=scram-sha-256 --pwfile=<(printf '%s\n' "$POSTGRES_PASSWORD") ${POSTGRES_INITDB_ARGS:-}
    printf '\nhost all all all scram-sha-256\n' >>"$PGDATA/pg_hba.conf"
    pg_ctl -D "$PGDATA" -o "$(printf '%q ' "${@:2}" -c listen_addresses= -p 5432)" -w start
    export PGHOST=/var/run/postgresql PGUSER=$POSTGRES_USER PGDATABASE=postgres
    [ "$POSTGRES_DB" = postgres ] || psql -v ON_ERROR_STOP=1 -c "create database \"$POSTGRES_DB\""
    for file in /docker-entrypoint-initdb.d/*; do
        case $file in
        *.sh) if [ -x "$file" ]; then "$file"; else . "$file"; fi ;;
        *.sql) psql -v ON_ERROR_STOP=1 -d "$POSTGRES_DB" -f "$file" ;;
        esac
    done
    pg_ctl -D "$PGDATA" -m fast -w stop
    unset PGHOST PGUSER PGDATABASE POSTGRES_PASSWORD
}

[ -s "$PGDATA/PG_VERSION" ] || first_start "$@"
exec "$@"
