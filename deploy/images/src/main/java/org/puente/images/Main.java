package org.puente.images;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** {@code ./puente images}, which shows its help itself. */
public final class Main {
    private Main() {}

    public static void main(String... words) {
        // Kafka's client logs nothing to the terminal; what fails is thrown.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Path home = Path.of(System.getProperty("puente.home", "")).toAbsolutePath();
        try {
            new ImageBuild(home, Options.parse(home, defaults(home, System.getenv()), words)).run();
            System.exit(0);
        } catch (IllegalArgumentException e) {
            end(2, e.getMessage());
        } catch (Exception e) {
            end(1, "The images could not be made: " + reason(e));
        }
    }

    /** Settings of deploy/compose/.env, over which variables of the same name go. */
    static Map<String, String> defaults(Path home, Map<String, String> environment) throws IOException {
        Properties file = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("deploy/compose/.env"))) {
            file.load(reader);
        }
        Map<String, String> settings = new HashMap<>();
        for (String name : file.stringPropertyNames()) {
            settings.put(name, environment.getOrDefault(name, file.getProperty(name)));
        }
        return settings;
    }

    /** Jib wraps what failed. */
    private static String reason(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private static void end(int status, String message) {
        System.err.println(message);
        System.exit(status);
    }
}
