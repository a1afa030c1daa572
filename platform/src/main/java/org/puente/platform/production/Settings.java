package org.puente.platform.production;

import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The settings that a service would start with. Reading them never fails. */
record Settings(SmallRyeConfig config) {
    /** As Quarkus reads a switch. */
    private static final Set<String> ON = Set.of("true", "1", "yes", "y", "on", "t");

    /** Empty if it is not set, blank, or made from a setting that is missing or from itself. */
    Optional<String> text(String name) {
        try {
            return config.getOptionalValue(name, String.class)
                    .map(String::strip)
                    .filter(Predicate.not(String::isEmpty));
        } catch (NoSuchElementException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As it was written, before what it refers to is put in its place; "" if it is not set. */
    String written(String name) {
        try {
            return Objects.requireNonNullElse(config.getConfigValue(name).getRawValue(), "");
        } catch (NoSuchElementException | IllegalArgumentException e) {
            return "";
        }
    }

    /** What each source has for it, as it was written, also where another source goes over it. */
    Stream<String> everywhere(String name) {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .map(source -> source.getValue(name))
                .filter(Objects::nonNull);
    }

    boolean isOn(String name) {
        return text(name)
                .filter(value -> ON.contains(value.toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    boolean is(String name, String value) {
        return text(name).filter(value::equalsIgnoreCase).isPresent();
    }

    /**
     * The names of settings whose variables match, each once. What comes from a variable of the environment may have
     * a name that is guessed ({@code trust.all} for {@code trust-all}); its variable is right.
     */
    List<String> names(Pattern variables) {
        Map<String, String> names = new TreeMap<>();
        for (String name : config.getPropertyNames()) {
            if (variables.matcher(variable(name)).matches()) {
                names.merge(variable(name), name, (one, other) -> one.equals(variable(one)) ? other : one);
            }
        }
        return List.copyOf(names.values());
    }

    List<String> profiles() {
        return config.getProfiles();
    }

    /** How a setting is called in a sentence: also as a variable of the environment. */
    static String named(String setting) {
        return "%s (%s)".formatted(setting, variable(setting));
    }

    private static String variable(String setting) {
        return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
