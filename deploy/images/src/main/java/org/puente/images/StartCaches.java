package org.puente.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.puente.local.StartTraining;

/**
 * What Java has learnt of the services' starts; kept, since training takes a minute for each.
 *
 * @param directory where they are kept
 * @param java that of the images
 */
record StartCaches(Path directory, BaseJava java) {
    /** Of each image's Java; what is learnt under other ones that matter (collector, headers) is ignored. */
    static final List<String> JVM = List.of(
            "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xss512k", "--enable-native-access=ALL-UNNAMED");

    /** Trains those services of which nothing is known yet, in the order given. */
    void train(List<BuiltService> services) throws IOException {
        List<BuiltService> missing =
                services.stream().filter(built -> !Files.exists(file(built))).toList();
        if (missing.isEmpty()) {
            return;
        }
        // A reception is ready when a registry of its node has published, so that one goes first in any case.
        boolean registryToo = missing.stream().anyMatch(built -> built.service().equals("reception"));
        Files.createDirectories(directory);
        try (StartTraining training = new StartTraining(java.program(), JVM)) {
            for (BuiltService built : services) {
                if (missing.contains(built) || registryToo && built.service().equals("registry")) {
                    train(training, built);
                }
            }
        }
    }

    private void train(StartTraining training, BuiltService built) throws IOException {
        long begin = System.nanoTime();
        Path output = directory.resolve(built.service() + ".next");
        training.train(built.node(), built.service(), built.files().root().resolve("quarkus-run.jar"), output);
        forget(built.service());
        Files.move(output, file(built), StandardCopyOption.REPLACE_EXISTING);
        System.out.printf(
                "  the start of %s-service is trained (%.0f s)%n", built.service(), (System.nanoTime() - begin) / 1e9);
    }

    /** Of former builds: each takes more than 100 MB. */
    private void forget(String service) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().matches(service + "-[0-9a-f]+\\.aot")) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Named after all that it depends on: Java, its arguments, and each file. */
    Path file(BuiltService built) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((java.identity() + JVM).getBytes(StandardCharsets.UTF_8));
            digest.update(Long.toString(Files.size(java.home().resolve("lib/modules")))
                    .getBytes(StandardCharsets.UTF_8));
            for (Path file : built.files().files()) {
                digest.update(built.files().name(file).getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            String key = HexFormat.of().formatHex(digest.digest()).substring(0, 12);
            return directory.resolve(built.service() + "-" + key + ".aot");
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
