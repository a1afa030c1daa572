package org.puente.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;

/**
 * The Kafka broker: one node in KRaft mode, with SASL and the authorizer that production uses,
 * which denies what no rule allows.
 *
 * @param libraries its own jars
 * @param data its directory; kept between runs
 * @param controllerPort for the broker's talk with itself
 * @param added settings besides ours, which win over these
 */
record Broker(Path libraries, Path data, Path logs, int port, int controllerPort, Map<String, String> added)
        implements Server {

    /** The super user that provisions. */
    static final String ADMIN = "admin";

    Broker(Path libraries, Path data, Path logs, int port, int controllerPort) {
        this(libraries, data, logs, port, controllerPort, Map.of());
    }

    @Override
    public String name() {
        return "kafka";
    }

    /** Another one. */
    Broker at(Path otherData, List<Integer> otherPorts) {
        return new Broker(libraries, otherData, otherData, otherPorts.get(0), otherPorts.get(1));
    }

    @Override
    public List<Integer> ports() {
        return List.of(port, controllerPort);
    }

    @Override
    public void prepare() {
        try {
            Files.createDirectories(data);
            String usual = configuration("127.0.0.1", port, controllerPort, log().toString());
            Files.writeString(properties(), usual + besides());
            if (!Files.exists(log().resolve("meta.properties"))) {
                format();
            }
        } catch (IOException e) {
            throw new Refusal("Could not write to " + data + ": " + e.getMessage(), e);
        }
    }

    /**
     * Formatting takes a Java of its own for two small files, which are the same each time; so they
     * are made once and copied.
     */
    private void format() throws IOException {
        Path formatted = libraries.resolveSibling("formatted");
        Files.createDirectories(log());
        if (!Files.exists(formatted)) {
            List<String> command = new ArrayList<>();
            command.add(Launch.javaProgram());
            command.addAll(jvm());
            command.addAll(List.of("kafka.tools.StorageTool", "format"));
            command.addAll(List.of("-t", Uuid.randomUuid().toString()));
            command.addAll(List.of("-c", properties().toString(), "--add-scram"));
            command.add("SCRAM-SHA-256=[name=" + ADMIN + ",password=" + Secrets.PASSWORD + "]");
            Command.run(command, "format the broker's directory");
            Path copy = Files.createTempDirectory(libraries.getParent(), "formatting");
            Trees.copy(log(), copy);
            Trees.settle(copy, formatted);
        } else {
            Trees.copy(formatted, log());
        }
    }

    private Path log() {
        return data.resolve("log");
    }

    @Override
    public Launch launch() {
        List<String> arguments = new ArrayList<>(jvm());
        arguments.addAll(AotCaches.of(libraries).use(name(), jvm()));
        arguments.add("kafka.Kafka");
        arguments.add(properties().toString());
        return Launch.java(name(), arguments, Map.of(), logs.resolve("kafka.log"));
    }

    List<String> jvm() {
        return SmallJava.with(
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS",
                "-cp",
                libraries + "/*");
    }

    @Override
    public boolean ready() {
        return Ports.answers(port);
    }

    private Path properties() {
        return data.resolve("server.properties");
    }

    /**
     * The same wherever it runs.
     *
     * @param listensOn the address of its own side
     * @param port at which it is reached, from inside and outside
     * @param log the directory of its data
     */
    static String configuration(String listensOn, int port, int controllerPort, String log) {
        String login = "required username=\"%s\" password=\"%s\"".formatted(ADMIN, Secrets.PASSWORD);
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=NODES://%7$s:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=NODES://127.0.0.1:%1$d
                listener.security.protocol.map=NODES:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
                inter.broker.listener.name=NODES
                sasl.enabled.mechanisms=SCRAM-SHA-256
                sasl.mechanism.inter.broker.protocol=SCRAM-SHA-256
                sasl.mechanism.controller.protocol=PLAIN
                listener.name.nodes.scram-sha-256.sasl.jaas.config=\
                org.apache.kafka.common.security.scram.ScramLoginModule %3$s;
                listener.name.controller.sasl.enabled.mechanisms=PLAIN
                listener.name.controller.plain.sasl.jaas.config=\
                org.apache.kafka.common.security.plain.PlainLoginModule %3$s user_%4$s="%5$s";
                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                super.users=User:%4$s
                allow.everyone.if.no.acl.found=false
                auto.create.topics.enable=false
                log.dirs=%6$s
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                # After a power cut it is let in again when its session from before is over.
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                metadata.max.idle.interval.ms=5000
                num.network.threads=2
                num.io.threads=4
                background.threads=2
                log.cleaner.dedupe.buffer.size=8388608
                log.index.size.max.bytes=1048576
                """.formatted(port, controllerPort, login, ADMIN, Secrets.PASSWORD, log, listensOn);
    }

    private String besides() {
        return added.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
