package org.puente.platform.production;

import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The settings that a service would start with. Reading them never fails. */
record Settings(SmallRyeConfig config) {
    /** As Quarkus reads a switch. */
    private static final Set<String> ON = Set.of("true", "1", "yes", "y", "on", "t");

    /** Empty if it is not set, blank, or made from a setting that is missing. */
    Optional<String> text(String name) {
        try {
            return config.getOptionalValue(name, String.class)
                    .map(String::strip)
                    .filter(Predicate.not(String::isEmpty));
        } catch (NoSuchElementException e) {
            return Optional.empty();
        }
    }

    boolean isOn(String name) {
        return text(name)
                .filter(value -> ON.contains(value.toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    boolean is(String name, String value) {
        return text(name).filter(value::equalsIgnoreCase).isPresent();
    }

    /** The names of settings, in their order, without the variables of the environment that some come from. */
    List<String> names(Pattern pattern) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> pattern.matcher(name).matches())
                .distinct()
                .sorted()
                .toList();
    }

    List<String> profiles() {
        return config.getProfiles();
    }

    /** How a setting is called in a sentence: also as a variable of the environment. */
    static String named(String setting) {
        return "%s (%s)"
                .formatted(setting, setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
    }
}
