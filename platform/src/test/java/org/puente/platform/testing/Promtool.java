package org.puente.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Prometheus' own judge of metrics and rules. Where it isn't installed, tests that want it are skipped, loudly. */
public final class Promtool {
    private Promtool() {}

    /** Asserts that {@code promtool} with these arguments ends without a complaint. */
    public static void accepts(String... arguments) {
        acceptsInput("", arguments);
    }

    /** As {@link #accepts}, with what it reads from its standard input. */
    public static void acceptsInput(String input, String... arguments) {
        boolean there = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "promtool")));
        if (!there) {
            System.err.println("NO PROMTOOL: install prometheus; it does NOT CHECK " + String.join(" ", arguments));
        }
        assumeTrue(there);
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String judgement = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(judgement).isZero();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
