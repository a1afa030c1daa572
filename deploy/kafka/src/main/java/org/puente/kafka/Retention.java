package org.puente.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** How long a topic keeps its records (deploy/kafka/README.md, column "kept"). */
public enum Retention {
    /**
     * The history of a return, a referral or a follow-up: replayed whole by whoever joins later.
     */
    FOR_GOOD(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, "delete", TopicConfig.RETENTION_MS_CONFIG, "-1")),

    /** Whole states: the last one per key stays. */
    COMPACTED(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, "compact")),

    /** Sealed personal data: the copy on the wire ends by itself, whatever else happens. */
    THIRTY_DAYS(Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            "delete",
            TopicConfig.RETENTION_MS_CONFIG,
            Long.toString(Duration.ofDays(30).toMillis()),
            // A quiet topic rolls its segment daily, or the last records would outlive the
            // 30 days.
            TopicConfig.SEGMENT_MS_CONFIG,
            Long.toString(Duration.ofDays(1).toMillis())));

    private final Map<String, String> settings;

    Retention(Map<String, String> settings) {
        this.settings = settings;
    }

    /** The settings of such a topic, as Kafka names them. */
    public Map<String, String> settings() {
        return settings;
    }
}
