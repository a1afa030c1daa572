package org.puente.compose;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.puente.demo.Demo;
import org.puente.demo.Region;
import org.puente.local.Home;

/**
 * A play against a region that runs.
 *
 * @param people how many
 */
record PlayCommand(int people) {
    private static final int USUAL = 20;
    private static final int FIRST_PORT = 8100;
    private static final URI REALM = URI.create("http://127.0.0.1:8180/realms/puente");

    /**
     * @param words the command itself, then its options
     * @throws IllegalArgumentException saying which option is wrong
     */
    static PlayCommand parse(String... words) {
        Map<String, String> given = new HashMap<>();
        for (int i = 1; i < words.length; i += 2) {
            if (!words[i].equals("--region") && !words[i].equals("--people")) {
                throw new IllegalArgumentException("Unknown option " + words[i]);
            }
            if (i + 1 == words.length) {
                throw new IllegalArgumentException("No value for " + words[i]);
            }
            given.put(words[i], words[i + 1]);
        }
        if (!"compose".equals(given.get("--region"))) {
            throw new IllegalArgumentException(
                    "Play at which region? --region compose ('./puente demo' plays locally)");
        }
        String people = given.getOrDefault("--people", String.valueOf(USUAL));
        if (!people.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("--people takes a whole number: " + people);
        }
        return new PlayCommand(Integer.parseInt(people));
    }

    /**
     * @return whether all came to its end
     */
    boolean run(Home home, PrintStream out) throws IOException {
        Map<String, String> secrets = new HashMap<>();
        secrets.putAll(read(home.composeSecrets().resolve("clients.properties")));
        secrets.putAll(read(home.composeSecrets().resolve("people.properties")));
        return Demo.play(new Region(FIRST_PORT, REALM, secrets), people, out);
    }

    private static Map<String, String> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("There are no secrets yet; run: ./puente compose up --play");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> values = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }
}
