package org.puente.compose;

/**
 * The broker's settings: nodes log in by SCRAM, from inside (NODES) or from this machine (MACHINE); who provisions
 * logs in by a name that is in this file (ADMIN), since the image formats its directory without any principal.
 */
final class BrokerConfiguration {
    private BrokerConfiguration() {}

    static String of(String adminPassword) {
        String login = "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"admin\""
                + " password=\"%1$s\" user_admin=\"%1$s\";".formatted(adminPassword);
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:9094
                controller.listener.names=CONTROLLER
                listeners=NODES://:9092,ADMIN://:9093,MACHINE://:19092,CONTROLLER://127.0.0.1:9094
                advertised.listeners=NODES://kafka:9092,ADMIN://kafka:9093,MACHINE://127.0.0.1:9092
                listener.security.protocol.map=NODES:SASL_PLAINTEXT,ADMIN:SASL_PLAINTEXT,MACHINE:SASL_PLAINTEXT,\
                CONTROLLER:SASL_PLAINTEXT
                inter.broker.listener.name=ADMIN
                sasl.mechanism.inter.broker.protocol=PLAIN
                sasl.mechanism.controller.protocol=PLAIN
                listener.name.nodes.sasl.enabled.mechanisms=SCRAM-SHA-256
                listener.name.nodes.scram-sha-256.sasl.jaas.config=\
                org.apache.kafka.common.security.scram.ScramLoginModule required;
                listener.name.machine.sasl.enabled.mechanisms=SCRAM-SHA-256
                listener.name.machine.scram-sha-256.sasl.jaas.config=\
                org.apache.kafka.common.security.scram.ScramLoginModule required;
                listener.name.admin.sasl.enabled.mechanisms=PLAIN
                listener.name.admin.plain.sasl.jaas.config=%1$s
                listener.name.controller.sasl.enabled.mechanisms=PLAIN
                listener.name.controller.plain.sasl.jaas.config=%1$s
                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                super.users=User:admin
                allow.everyone.if.no.acl.found=false
                auto.create.topics.enable=false
                log.dirs=/var/lib/kafka/data
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                offsets.topic.num.partitions=4
                transaction.state.log.num.partitions=1
                group.initial.rebalance.delay.ms=0
                """.formatted(login);
    }
}
