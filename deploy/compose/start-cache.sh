#!/bin/bash
# Makes the start cache of a service: starts it once, alone, and ends it when it answers. Needs a JDK or JRE of 25 or newer.
#   start-cache.sh FOLDER      the folder with quarkus-run.jar and java.options; leaves start.aot in it
# The service meets no broker, store or issuer, and has keys and secrets of its own that are gone afterwards.
set -euo pipefail
# The JVM remembers the jar's path as it was given, and so must whoever uses the cache: the absolute one.
FOLDER=$(cd "$1" && pwd)
PORT=${QUARKUS_HTTP_PORT:-8080}
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
SCRATCH=$(mktemp -d)
trap 'rm -rf "$SCRATCH"' EXIT

secret() {
    head -c 32 /dev/urandom | base64
}

# Asks for a path, and succeeds where anything answers.
answers() {
    { exec 3<>"/dev/tcp/127.0.0.1/$PORT"; } 2>/dev/null || return 1
    printf 'GET %s HTTP/1.0\r\n\r\n' "$1" >&3
    cat <&3 >/dev/null
    exec 3>&-
}

rm -f "$FOLDER/start.aot"
env BACKTRACK_LOCAL=true QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT="$PORT" QUARKUS_OTEL_SDK_DISABLED=true \
    KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:1 MONGODB_URI=mongodb://127.0.0.1:1 OIDC_ISSUER=http://127.0.0.1:1/none \
    BACKTRACK_KEYS_DIR="$SCRATCH/keys" BACKTRACK_ERASURE_REGISTER="$SCRATCH/erasures/register.ndjson" \
    BACKTRACK_SIGNING_KEY_FILE="$SCRATCH/proof-key.json" BACKTRACK_NOTARY_ANCHORS="$SCRATCH/anchors/anchors.jws" \
    BACKTRACK_PUSH_VAPID_KEY_FILE="$SCRATCH/vapid.jwk" BACKTRACK_POSITION_SECRET="$(secret)" \
    BACKTRACK_SESSION_KEYS="$(secret)" OIDC_WEB_CLIENT_SECRET="$(secret)" \
    "$JAVA" @"$FOLDER/java.options" -XX:AOTCacheOutput="$FOLDER/start.aot" -jar "$FOLDER/quarkus-run.jar" >"$SCRATCH/log" 2>&1 &
SERVICE=$!
for _ in $(seq 120); do
    if answers /q/health/live; then
        for path in /q/health/ready /q/openapi /v1/none; do
            answers "$path" || echo "No answer to $path" >&2
        done
        break
    fi
    sleep 0.5
done
kill -TERM "$SERVICE" 2>/dev/null || true
STATUS=0
wait "$SERVICE" || STATUS=$?
if [ ! -s "$FOLDER/start.aot" ]; then
    echo "No start cache was made (status $STATUS). The service said:" >&2
    tail -n 40 "$SCRATCH/log" >&2
    exit 1
fi
ls -l "$FOLDER/start.aot"
