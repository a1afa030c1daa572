package org.puente.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A script of a shell that has ended.
 *
 * @param output what it wrote, errors too
 */
record Script(int status, String output) {
    private static final int SECONDS = 60;

    /**
     * Runs it to its end.
     *
     * @param directory for what it writes
     * @param environment over that of this process
     */
    static Script run(Path directory, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        ProcessBuilder script = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
        script.environment().putAll(environment);
        Process process = script.redirectOutput(output.toFile()).start();
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                    .as(Files.readString(output))
                    .isTrue();
        } finally {
            process.destroy();
        }
        return new Script(process.exitValue(), Files.readString(output));
    }

    /** Puts a command of this name and these lines before all others. */
    static Map<String, String> withCommand(Path directory, String name, String lines) throws IOException {
        Path command = Files.writeString(directory.resolve(name), "#!/usr/bin/env bash\n" + lines);
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
        return Map.of("PATH", directory + ":" + System.getenv("PATH"));
    }
}
