package org.puente.platform.production;

import static org.puente.platform.production.Settings.named;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Secrets are there, are long enough, and are not those of the local region, which everybody can read. */
final class SecretRequirements {
    /** How every secret of the local region begins. */
    private static final String PUBLISHED = "puente-dev";

    /** Which settings else a service needs, with commas; it names them in its application.properties. */
    private static final String NEEDED = "puente.required-settings";

    private static final String KAFKAS = "puente.kafka.password";

    private static final List<String> OF_EVERY_SERVICE = List.of("puente.node", "puente.db.password", KAFKAS);
    private static final Pattern SECRET =
            Pattern.compile("(PUENTE|QUARKUS|KAFKA|MP)_.*(PASSWORD|SECRET|CREDENTIAL|JAAS|JDBC_URL|REACTIVE_URL).*");
    private static final int SHORTEST = 16;

    private static final String LITERAL_DOLLARS = "take a secret without it, or write \\$ for each $.";

    private SecretRequirements() {}

    static List<String> unmet(Settings settings) {
        List<String> unmet = new ArrayList<>();
        Stream.concat(OF_EVERY_SERVICE.stream(), needed(settings))
                .distinct()
                .forEach(name -> missing(settings, name).ifPresent(unmet::add));
        settings.text(KAFKAS)
                .filter(password -> password.contains("\"") || password.contains("\\"))
                .ifPresent(password -> unmet.add(named(KAFKAS) + " has a quotation mark or a backslash, which Kafka's"
                        + " client does not read as it is: take another password."));
        unmet.addAll(changed(settings));
        unmet.addAll(published(settings));
        return unmet;
    }

    /** What any source names: a source that goes over another one adds demands and takes none away. */
    private static Stream<String> needed(Settings settings) {
        return settings.everywhere(NEEDED)
                .flatMap(names -> Stream.of(names.split("[\\s,]+")))
                .filter(Predicate.not(String::isEmpty));
    }

    private static Optional<String> missing(Settings settings, String name) {
        Optional<String> value = settings.text(name);
        if (value.isEmpty()) {
            return Optional.of(named(name)
                    + (settings.written(name).contains("${")
                            ? " has ${, which is read as the name of another setting, and that one is not set: "
                                    + LITERAL_DOLLARS
                            : " is not set: " + advice(name)));
        }
        return name.endsWith(".secret") && value.get().length() < SHORTEST
                ? Optional.of("%s is shorter than %d characters: %s".formatted(named(name), SHORTEST, advice(name)))
                : Optional.empty();
    }

    private static String advice(String name) {
        return switch (name) {
            case "puente.node" -> "name the node, as the list of nodes does.";
            case "puente.db.password" -> "give it the password of this service's database role.";
            case KAFKAS -> "give it the password of this node's Kafka principal.";
            case "puente.keys.public" -> "give it the file with the node's public JWK Set.";
            case "puente.keys.private" -> "give it the file with the node's private JWK Set.";
            case "puente.keys.signing" -> "give it the file with the node's private JWK Set for signing.";
            default -> "give this node 32 random characters of its own, and keep them for good.";
        };
    }

    /** A secret that a service would read otherwise than it is written. */
    private static List<String> changed(Settings settings) {
        return settings.names(SECRET).stream()
                .filter(name -> settings.written(name).contains("$$"))
                .map(name -> named(name) + " has $$, which is read as one $: " + LITERAL_DOLLARS)
                .toList();
    }

    /** Where a published value is written; a setting that is made from that one is not named again. */
    private static List<String> published(Settings settings) {
        List<String> names = settings.names(SECRET);
        List<String> written = names.stream()
                .filter(name -> settings.written(name).contains(PUBLISHED))
                .toList();
        List<String> values =
                written.stream().flatMap(name -> settings.text(name).stream()).toList();
        Stream<String> elsewhere = names.stream()
                .filter(name -> settings.text(name)
                        .filter(value -> isPublishedElsewhere(value, values))
                        .isPresent());
        return Stream.concat(written.stream(), elsewhere)
                .map(name -> named(name) + " has a value of the local region, which everybody can read in the"
                        + " repository: give it one of your own.")
                .toList();
    }

    private static boolean isPublishedElsewhere(String value, List<String> known) {
        return value.contains(PUBLISHED) && known.stream().noneMatch(value::contains);
    }
}
