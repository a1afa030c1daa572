package org.puente.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was typed.
 *
 * @param base what the images are made on: a name in a registry, {@code docker://name} of the engine here, or
 *     {@code tar:///path}
 * @param repository what stands before the name of the service
 * @param push whether they go to a registry, which the repository names; otherwise they become tars
 * @param load whether the engine here is given the tars
 * @param cache whether the start is trained
 * @param out where tars and bills of materials are written
 */
record Options(String base, String repository, String tag, boolean push, boolean load, boolean cache, Path out) {
    private static final Set<String> SWITCHES = Set.of("--load", "--no-cache");
    private static final Set<String> VALUES = Set.of("--base", "--registry", "--tag", "--out");

    /**
     * @param defaults of deploy/compose/.env
     * @throws IllegalArgumentException saying which option is wrong
     */
    static Options parse(Path home, Map<String, String> defaults, String... words) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < words.length; i++) {
            if (SWITCHES.contains(words[i])) {
                given.put(words[i], "");
            } else if (!VALUES.contains(words[i])) {
                throw new IllegalArgumentException("Unknown option " + words[i] + "\n" + usage());
            } else if (i + 1 == words.length) {
                throw new IllegalArgumentException("No value for " + words[i] + "\n" + usage());
            } else {
                given.put(words[i], words[++i]);
            }
        }
        Optional<String> registry = Optional.ofNullable(given.get("--registry"));
        if (registry.isPresent() && given.containsKey("--load")) {
            throw new IllegalArgumentException("--load is for tars: leave out --registry");
        }
        return new Options(
                given.getOrDefault("--base", defaults.get("PUENTE_BASE_IMAGE")),
                registry.orElse(defaults.get("PUENTE_REPOSITORY")),
                given.getOrDefault("--tag", defaults.get("PUENTE_VERSION")),
                registry.isPresent(),
                given.containsKey("--load"),
                !given.containsKey("--no-cache"),
                home.resolve(given.getOrDefault("--out", ".puente/images")));
    }

    /** What {@code ./puente images --help} shows. */
    static String usage() {
        try (InputStream text = Options.class.getResourceAsStream("usage.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** E.g. {@code puente/referral-service:0.1.0}. */
    String image(String name) {
        return repository + "/" + name + ":" + tag;
    }
}
