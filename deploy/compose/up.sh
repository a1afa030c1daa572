#!/usr/bin/env bash
# Starts the region in containers; returns when each is healthy and the provisioning has ended. "./puente compose up"
# makes the secrets first. Arguments go to "up", e.g. the names of services.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/compose.sh"

begin=$SECONDS
compose up -d "$@"
while :; do
    state=$(containers)
    waiting=$(printf '%s\n' "$state" | grep -v '^provisioning exited Exited (0)' | grep -v '(healthy)' || true)
    [ -n "$waiting" ] || break
    if [ $((SECONDS - begin)) -gt "${PUENTE_COMPOSE_WAIT:-900}" ] \
        || printf '%s\n' "$waiting" | grep -qE '\(unhealthy\)|^provisioning exited'; then
        printf 'Not ready after %s s:\n%s\nSee "docker logs", or: docker-compose -f deploy/compose/compose.yaml logs NAME\n' \
            $((SECONDS - begin)) "$waiting" >&2
        exit 1
    fi
    sleep 2
done
printf 'The region is ready after %s s: http://127.0.0.1:8100 (names and passwords: deploy/compose/secrets/people.properties)\n' \
    $((SECONDS - begin))
