#!/usr/bin/env bash
# Stops the region in containers; with --volumes all that the nodes hold is gone, too.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/compose.sh"

compose down --remove-orphans "$@"
