package org.puente.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own: prepared statements, one thread per two connections up to two threads. */
record Pgbench(Path program, Database database, Script script) implements Transactions {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("failed transactions: ([1-9]\\d*)");

    /** On the PATH, or where Debian keeps it; it is no part of the server's Maven artifacts. */
    static Optional<Path> find() {
        Stream<Path> onPath = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(Path::of);
        try (Stream<Path> debian = list(Path.of("/usr/lib/postgresql"))) {
            return Stream.concat(onPath, debian.map(release -> release.resolve("bin")))
                    .map(directory -> directory.resolve("pgbench"))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    private static Stream<Path> list(Path directory) {
        try {
            return Files.isDirectory(directory) ? Files.list(directory) : Stream.empty();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    @Override
    public String name() {
        return "pgbench, the same SQL";
    }

    @Override
    public double perSecond(int connections, Duration time, int round) {
        try {
            Path file = Files.createTempFile("puente", ".sql");
            try {
                Files.writeString(file, script.forPgbench());
                return rate(run(command(file, connections, time, round)));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException("pgbench could not be run", e);
        }
    }

    private List<String> command(Path file, int connections, Duration time, int round) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-n", "-M", "prepared"));
        command.addAll(List.of("-h", "127.0.0.1", "-p", String.valueOf(database.port())));
        command.addAll(List.of("-U", database.role(), "-f", file.toString()));
        command.addAll(List.of("-c", String.valueOf(connections)));
        command.addAll(List.of("-j", String.valueOf(Math.min(2, connections))));
        command.addAll(List.of("-T", String.valueOf(time.toSeconds())));
        command.addAll(List.of("-D", "n=0", "-D", "first=" + round * 1_000_000_000L));
        script.constants().forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        command.add(database.name());
        return command;
    }

    private String run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.password());
        builder.environment().put("PGOPTIONS", "-c enable_seqscan=off"); // as the services' connections
        Process process = builder.start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("pgbench failed:\n" + output);
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            process.destroy();
        }
    }

    static double rate(String output) {
        Matcher rate = RATE.matcher(output);
        if (!rate.find() || FAILED.matcher(output).find()) {
            throw new IllegalStateException("pgbench failed:\n" + output);
        }
        return Double.parseDouble(rate.group(1));
    }
}
