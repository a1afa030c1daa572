#!/usr/bin/env bash
# Starts the region in containers; returns when each is healthy and the provisioning has ended, and ends at once where
# a container cannot start. "./puente compose up" makes the secrets first. Arguments go to "up", e.g. names of services.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/compose.sh"

LIMIT=${PUENTE_COMPOSE_WAIT:-900}
LOOK_EVERY=${PUENTE_COMPOSE_LOOK_EVERY:-2}
SAY_EVERY=30
RESTARTS=3
LINES=20
# Of a container: its name, its service, its state, when that began, exit code, health, how often it was started again.
DETAILS='{{.Name}} {{index .Config.Labels "com.docker.compose.service"}} {{.State.Status}} {{.State.StartedAt}} {{.State.ExitCode}} {{if .State.Health}}{{.State.Health.Status}}{{else}}-{{end}} {{.RestartCount}}'

begin=$SECONDS
said='' said_at=0 up='' ready=0 waiting=''
# As a former run left them: what has failed then may be well now.
before=$(inspect_containers "$DETAILS")

end_of_up() {
    trap - EXIT
    [ -z "$up" ] || kill "$up" 2>/dev/null || true
}

give_up() {
    name_stand_ins >&2
    printf '%s\n' "$1" >&2
    exit 1
}

# cannot_start CONTAINER WHAT: says which container it is, and its last words.
cannot_start() {
    local container=${1#/}
    printf 'The last lines of %s:\n' "$container" >&2
    docker logs --tail "$LINES" "$container" 2>&1 | sed 's/^/    /' >&2 || true
    give_up "After $((SECONDS - begin)) s: $container $2. All of its lines: docker logs $container. The others run on: ./puente compose down"
}

# former CONTAINER FIELD: what it was before.
former() { printf '%s\n' "$before" | awk -v name="$1" -v field="$2" '$1 == name { print $field }'; }

# How many are ready, and who is not. A container that has ended in failure, or was started again and again since we
# began, ends the wait.
look() {
    local container service status started exit_code health restarts again
    ready=0 waiting=''
    while read -r container service status started exit_code health restarts; do
        [ -n "$container" ] || continue
        again=$(former "$container" 7)
        again=$((restarts - ${again:-0}))
        if [ "$again" -ge "$RESTARTS" ]; then
            cannot_start "$container" "ends each time it starts (it was started again $again times; exit code $exit_code)"
        elif [ "$status" = exited ] && [ "$exit_code" -ne 0 ] && [ "$started" != "$(former "$container" 4)" ]; then
            cannot_start "$container" "has ended with exit code $exit_code"
        elif [ "$health" = unhealthy ] && [ "$status" = running ]; then
            cannot_start "$container" 'does not get ready'
        elif [ "$health" = healthy ] || [ "$service $status" = 'provisioning exited' ] && [ "$exit_code" -eq 0 ]; then
            ready=$((ready + 1))
        else
            waiting+=" $service"
        fi
    done < <(inspect_containers "$DETAILS")
}

# Whenever it has changed, and each half a minute.
say_progress() {
    local line="$ready ready${waiting:+; not yet:$waiting}"
    if [ "$line" != "$said" ] || [ $((SECONDS - said_at)) -ge "$SAY_EVERY" ]; then
        printf '%5s s: %s\n' $((SECONDS - begin)) "$line"
        said=$line said_at=$SECONDS
    fi
}

trap end_of_up EXIT
trap 'exit 130' INT TERM
# It waits itself for what others wait for, without a word; so it is looked beside it.
"${COMPOSE[@]}" up -d "$@" > >(cat) 2>&1 &
up=$!
while :; do
    if [ -n "$up" ] && ! kill -0 "$up" 2>/dev/null; then
        wait "$up" || { up=''; look; give_up 'Compose could not start the region: its reasons stand above.'; }
        up=''
    fi
    look
    [ -n "$waiting$up" ] || break
    [ $((SECONDS - begin)) -le "$LIMIT" ] || give_up "Not ready after $((SECONDS - begin)) s:$waiting. See: docker-compose -f deploy/compose/compose.yaml logs NAME"
    say_progress
    sleep "$LOOK_EVERY"
done
name_stand_ins
printf 'The region is ready after %s s: http://127.0.0.1:8100 (names and passwords: deploy/compose/secrets/people.properties)\n' \
    $((SECONDS - begin))
