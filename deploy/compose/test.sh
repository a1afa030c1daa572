#!/usr/bin/env bash
# The region in containers, tried: it starts, twenty people are played through it, and meanwhile a service dies without
# having been asked to; Docker starts it again, and the play comes to its end. "./puente test -Pcontainers" has made the
# images before. Images, containers and volumes are the test's own, and gone at its end; the ports are the usual ones.
set -euo pipefail
export COMPOSE_PROJECT_NAME=puente-test PUENTE_REPOSITORY=puente-test
. "$(dirname "${BASH_SOURCE[0]}")/compose.sh"
home=$(cd ../.. && pwd)
log=$home/.puente/compose-test.log
victim=gtm-referral
PATIENCE=300

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# As ./puente runs it, which has built it.
tool() {
    "${JAVA_HOME:?}/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx384m -Dpuente.home="$home" -jar target/puente-compose-*.jar "$@"
}

finish() {
    local status=$?
    trap - EXIT INT TERM
    # What has gone wrong is often told by a container alone.
    [ "$status" -eq 0 ] || compose logs --tail=50 --no-color >>"$log" 2>&1 || true
    [ "$status" -eq 0 ] || printf 'The containers said: %s\n' "$log" >&2
    kill ${up:-} ${play:-} 2>/dev/null || true
    ./down.sh --volumes --timeout 5 >>"$log" 2>&1 || true
    docker images --format '{{.Repository}}:{{.Tag}}' "$PUENTE_REPOSITORY/*" | xargs -r docker rmi >>"$log" 2>&1 || true
    exit "$status"
}

container() { docker ps -aq --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME" --filter "label=com.docker.compose.service=$1"; }
state() { docker inspect -f "$1" "$(container "$victim")"; }

# await SECONDS WHAT COMMAND...: until the command succeeds.
await() {
    local end=$((SECONDS + $1)) what=$2
    shift 2
    until "$@"; do
        [ "$SECONDS" -lt "$end" ] || fail "$what"
        sleep 1
    done
}

# As a crash would: Docker leaves what it was itself asked to kill, so the process is killed by a neighbour that sees it.
crash() {
    docker run --rm --pid=host --user 0 --entrypoint bash "$(docker inspect -f '{{.Image}}' "$(container kafka)")" \
        -c "kill -9 $(state '{{.State.Pid}}')"
}

lives_again() { [ "$(state '{{.RestartCount}} {{.State.Health.Status}}')" = '1 healthy' ]; }
play_has_begun() { grep -q '^ *gtm .* people$' "$log" || ! kill -0 "$play" 2>/dev/null; }

mkdir -p "$home/.puente"
: >"$log"
trap finish EXIT
trap 'exit 130' INT TERM
tool secrets >>"$log"
eval "$(tool policy | sed 's/^/export /')"
./up.sh 2>>"$log" & # so that a signal need not wait for it
up=$!
wait "$up"
up=
tool play --region compose --people 20 >>"$log" 2>&1 &
play=$!
await "$PATIENCE" 'The play does not begin.' play_has_begun
crash
printf '%s was killed\n' "$victim"
begin=$SECONDS
await "$PATIENCE" "$victim does not come back." lives_again
printf '%s is healthy again after %s s\n' "$victim" $((SECONDS - begin))
wait "$play" || fail "The play did not come to its end."
play=
sed -n '/The day is played/,$p' "$log"
