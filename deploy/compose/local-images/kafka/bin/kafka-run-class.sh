#!/usr/bin/env bash
# kafka-run-class.sh CLASS ARGUMENTS
# shellcheck disable=SC2086 # several options in one variable
exec java ${KAFKA_HEAP_OPTS:--Xmx256M} ${KAFKA_JVM_PERFORMANCE_OPTS:--XX:TieredStopAtLevel=1 -XX:+UseSerialGC} \
    -Dorg.slf4j.simpleLogger.showDateTime=true -Dorg.slf4j.simpleLogger.dateTimeFormat='yyyy-MM-dd HH:mm:ss.SSS' \
    --enable-native-access=ALL-UNNAMED ${KAFKA_OPTS:-} -cp '/opt/kafka/libs/*' "$@"
