package org.puente.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A service of this build, started by itself, with nothing else running, and ended.
 *
 * @param status of its process
 * @param log what it wrote to its log
 * @param complaint what it wrote beside it, for whoever starts it
 */
record StartedService(int status, List<String> log, String complaint) {
    private static final Path ROOT = Path.of(System.getProperty("puente.home"));
    private static final int LONGEST_MINUTES = 2;

    /**
     * @param environment all its variables
     */
    static StartedService run(String service, Map<String, String> environment, Path directory)
            throws IOException, InterruptedException {
        Path log = directory.resolve("log");
        Path complaint = directory.resolve("complaint");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        ROOT.resolve(service + "-service/target/quarkus-app/quarkus-run.jar")
                                .toString())
                .directory(directory.toFile())
                .redirectOutput(log.toFile())
                .redirectError(complaint.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
        return new StartedService(process.exitValue(), Files.readAllLines(log), Files.readString(complaint));
    }

    /** As the launcher sets them, at ports where nothing is; without the setting that says so. */
    static Map<String, String> localSettings() {
        return new HashMap<>(Map.of(
                "PUENTE_NODE", "gtm",
                "PUENTE_DB_ADDRESS", "127.0.0.1:1",
                "PUENTE_DB_PASSWORD", "puente-dev",
                "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                "PUENTE_KAFKA_PASSWORD", "puente-dev",
                "PUENTE_PSEUDONYM_SECRET", "puente-dev-pseudonyms-of-gtm",
                "PUENTE_STATUS_SECRET", "puente-dev-codes-of-gtm",
                "PUENTE_IDS_SECRET", "puente-dev-ids-of-gtm",
                "PUENTE_OIDC_URL", "http://127.0.0.1:1/realms/puente",
                "PUENTE_WEBHOOKS_PRIVATE_TARGETS", "true"));
    }
}
