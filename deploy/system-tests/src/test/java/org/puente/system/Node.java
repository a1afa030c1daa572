package org.puente.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Node.js with the tools of {@code src/test/node}, in the versions that are pinned there. Nothing
 * of Puente needs Node.js, so where it or its registry can't be had the test is skipped, and says
 * so.
 */
record Node(Path directory) {
    private static final Path TOOLS = Path.of("src", "test", "node");
    private static final long MINUTES = 5;

    /** What a command came to, and its words. */
    record Outcome(int status, String words) {
        void mustHaveSucceeded() {
            assertThat(status).as(words).isZero();
        }
    }

    static Node installed() {
        Node node = new Node(Path.of("target", "node").toAbsolutePath());
        try (Stream<Path> tools = Files.list(TOOLS)) {
            Files.createDirectories(node.directory);
            for (Path tool : tools.toList()) {
                byte[] content = Files.readAllBytes(tool);
                Files.write(node.directory.resolve(tool.getFileName().toString()), content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Outcome installed = node.run(Map.of(), "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
        if (installed.status() != 0) {
            System.err.println("SKIPPED: no Node.js, or no package of it: " + installed.words());
        }
        Assumptions.assumeTrue(installed.status() == 0, "Node.js with its packages");
        return node;
    }

    Outcome tool(String name, String... arguments) {
        return run(
                Map.of("REDOCLY_TELEMETRY", "off", "NO_COLOR", "1"),
                Stream.concat(Stream.of("node_modules/.bin/" + name), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    /** Runs a command here; where it isn't on the path its status is 127, as a shell has it. */
    Outcome run(Map<String, String> settings, String... command) {
        try {
            Path words = Files.createTempFile("node", ".log");
            ProcessBuilder builder = new ProcessBuilder(List.of(command))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(words.toFile());
            builder.environment().putAll(settings);
            Process process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            Outcome outcome = new Outcome(process.waitFor(), Files.readString(words));
            Files.delete(words);
            return outcome;
        } catch (IOException e) {
            return new Outcome(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
