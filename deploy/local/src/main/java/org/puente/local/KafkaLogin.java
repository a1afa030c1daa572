package org.puente.local;

import java.util.Map;

/** How a Kafka client logs in at the local broker. */
final class KafkaLogin {
    private KafkaLogin() {}

    static Map<String, Object> of(String address, String principal) {
        return Map.of(
                "bootstrap.servers",
                address,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-256",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(principal, Secrets.PASSWORD));
    }
}
