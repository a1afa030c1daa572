# For up.sh and down.sh: docker compose (v2) where it is, docker-compose (1.29) otherwise.
cd "$(dirname "${BASH_SOURCE[0]}")"
if docker compose version >/dev/null 2>&1; then
    compose() { docker compose "$@"; }
elif command -v docker-compose >/dev/null; then
    compose() { docker-compose "$@"; }
else
    printf 'Neither "docker compose" nor "docker-compose" is here.\n' >&2
    exit 1
fi

# Name, state and health of each container of the project.
containers() {
    docker ps -a --filter "label=com.docker.compose.project=${COMPOSE_PROJECT_NAME:-puente}" \
        --format '{{.Label "com.docker.compose.service"}} {{.State}} {{.Status}}'
}
