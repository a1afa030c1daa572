package org.puente.local;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * A server of the backbone, as a container. It is published at a port of the loopback address that is
 * chosen before, so that it is found there again after a restart.
 */
enum ContainerServer {
    /** The official image formats its storage without a principal, so this is done before. */
    KAFKA {
        private static final String PROPERTIES = "/mnt/shared/config/server.properties";

        @Override
        GenericContainer<?> at(int port, ContainerImages images) {
            String settings = Broker.configuration("0.0.0.0", port, port + 1, "/var/lib/kafka/data/log");
            String admin = "SCRAM-SHA-256=[name=" + Broker.ADMIN + ",password=" + Secrets.PASSWORD + "]";
            return container(images.kafka(), port, port)
                    .withCopyToContainer(Transferable.of(settings), PROPERTIES)
                    .withEnv("KAFKA_HEAP_OPTS", "-Xmx256m")
                    .withCommand("bash", "-c", """
                            set -e
                            cd /opt/kafka/bin
                            ./kafka-storage.sh format --ignore-formatted -t puente-of-the-testsAA -c %1$s --add-scram '%2$s'
                            exec ./kafka-server-start.sh %1$s""".formatted(PROPERTIES, admin));
        }

        @Override
        boolean ready(int port) {
            return Ports.answers(port);
        }
    },
    POSTGRES {
        @Override
        GenericContainer<?> at(int port, ContainerImages images) {
            List<String> command = new ArrayList<>(List.of("postgres"));
            Postgres.settings(false).forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
            return container(images.postgres(), port, 5432)
                    .withEnv("POSTGRES_PASSWORD", Secrets.PASSWORD)
                    .withEnv("POSTGRES_INITDB_ARGS", String.join(" ", Postgres.ENCODING))
                    .withCommand(command.toArray(String[]::new));
        }

        @Override
        boolean ready(int port) {
            return Ports.answers(port) && new Databases(port).answer();
        }
    },
    KEYCLOAK {
        @Override
        GenericContainer<?> at(int port, ContainerImages images) {
            Path realm = Home.find().realm();
            return container(images.keycloak(), port, 8080)
                    .withCopyFileToContainer(
                            MountableFile.forHostPath(realm), "/opt/keycloak/data/import/puente-realm.json")
                    .withEnv("KC_HOSTNAME", "http://127.0.0.1:" + port)
                    .withCommand("start-dev", "--import-realm");
        }

        @Override
        boolean ready(int port) {
            return Http.ok(realm(port) + "/.well-known/openid-configuration");
        }
    };

    private static final Duration STARTING = Duration.ofMinutes(4);
    private static final long LOOKING_MILLIS = 200;

    abstract GenericContainer<?> at(int port, ContainerImages images);

    abstract boolean ready(int port);

    private static GenericContainer<?> container(String image, int port, int inside) {
        ExposedPort exposed = ExposedPort.tcp(inside);
        return new GenericContainer<>(DockerImageName.parse(image))
                .withLabels(Map.of(ContainerOwner.LABEL, ContainerOwner.here().text()))
                .withCreateContainerCmdModifier(command -> command.withExposedPorts(exposed)
                        .getHostConfig()
                        .withPortBindings(PortBinding.parse("127.0.0.1:" + port + ":" + inside)));
    }

    /** Makes and starts the container; it may not answer yet. */
    EngineContainer start(int port, Watchdog watchdog) {
        Path pinned = Home.find().root().resolve("deploy/compose/.env");
        GenericContainer<?> container = at(port, ContainerImages.of(pinned, System.getenv()));
        try {
            container.start();
        } catch (RuntimeException e) {
            throw new Refusal(
                    "The container of " + container.getDockerImageName() + " does not start: " + e.getMessage(), e);
        }
        watchdog.guardContainer(container.getContainerId());
        return new EngineContainer(container.getContainerId());
    }

    /**
     * @throws Refusal with the end of its log, if it has ended or takes too long
     */
    void awaitReady(EngineContainer container, int port) {
        Instant end = Instant.now().plus(STARTING);
        while (!ready(port)) {
            if (Instant.now().isAfter(end) || !container.runs()) {
                throw new Refusal(this + " in its container does not answer; its log ends with:\n" + container.log());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOKING_MILLIS));
        }
    }

    /** Where the tokens of a realm come from whose server is published at that port. */
    static String realm(int port) {
        return "http://127.0.0.1:" + port + "/realms/puente";
    }
}
