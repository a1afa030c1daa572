package org.puente.local;

import com.github.dockerjava.api.DockerClient;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import org.testcontainers.DockerClientFactory;

/**
 * The JVM that a container of tests belongs to. Each such container bears it as a label, so that what
 * a JVM has left that was killed is found and removed by the next one: Testcontainers' own remover
 * (Ryuk) is a container too, from an image that not every machine can get.
 *
 * @param host whose processes the pid is one of
 * @param startedAt so that a pid that was given away again is not mistaken for it
 */
record ContainerOwner(String host, long pid, long startedAt) {
    /** Of the containers of tests; its value is the owner. */
    static final String LABEL = "org.puente.tests.owner";

    static ContainerOwner here() {
        return of(ProcessHandle.current());
    }

    private static ContainerOwner of(ProcessHandle process) {
        return new ContainerOwner(
                hostName(),
                process.pid(),
                process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    /** As the label has it. */
    String text() {
        return host + "/" + pid + "/" + startedAt;
    }

    static ContainerOwner parse(String text) {
        String[] parts = text.split("/");
        return new ContainerOwner(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    /** Whether it was a process of this machine, and is no more. */
    boolean isGone() {
        return host.equals(hostName())
                && ProcessHandle.of(pid)
                        .map(ContainerOwner::of)
                        .filter(this::equals)
                        .isEmpty();
    }

    /** Removes the containers of those that are gone. */
    static void sweep() {
        DockerClient engine = DockerClientFactory.lazyClient();
        engine.listContainersCmd().withShowAll(true).withLabelFilter(List.of(LABEL)).exec().stream()
                .filter(container -> parse(container.getLabels().get(LABEL)).isGone())
                .forEach(container -> new EngineContainer(container.getId()).remove());
    }
}
