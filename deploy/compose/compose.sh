# For up.sh and down.sh: docker compose (v2) where it is, docker-compose (1.29) otherwise.
cd "$(dirname "${BASH_SOURCE[0]}")"
if docker compose version >/dev/null 2>&1; then
    COMPOSE=(docker compose)
elif command -v docker-compose >/dev/null; then
    COMPOSE=(docker-compose)
else
    printf 'Neither "docker compose" nor "docker-compose" is here.\n' >&2
    exit 1
fi
compose() { "${COMPOSE[@]}" "$@"; }

# What "docker inspect" says of each container of the project; one that is removed meanwhile is left out.
inspect_containers() {
    local ids
    ids=$(docker ps -aq --filter "label=com.docker.compose.project=${COMPOSE_PROJECT_NAME:-puente}")
    [ -z "$ids" ] || docker inspect -f "$1" $ids 2>/dev/null || true
}

# Says which images of others are not the official ones, though they have their names.
name_stand_ins() {
    local images
    images=$(inspect_containers '{{index .Config.Labels "org.puente.stand-in"}} {{.Config.Image}}' \
        | sed -n 's/^true //p' | sort -u | paste -sd' ' -)
    [ -z "$images" ] || printf '%s\n' "STAND-INS, for trials alone: not (or not made on) the official images, but what" \
        "deploy/compose/local-images has made: $images"
}
