package org.puente.platform.production;

import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.stream.Stream;

/** All that production demands of a service's settings. */
public final class ProductionRequirements {
    /** The setting that switches all requirements off. */
    static final String DEVELOPMENT = "puente.development";

    private ProductionRequirements() {}

    /**
     * What keeps a service from starting with these settings.
     *
     * @return a sentence for each, which names the setting and what to do, and never a value; empty if it may
     *     start
     */
    public static List<String> unmet(SmallRyeConfig config) {
        Settings settings = new Settings(config);
        if (settings.isOn(DEVELOPMENT)) {
            return List.of();
        }
        return Stream.of(
                        SecretRequirements.unmet(settings),
                        KeyFileRequirements.unmet(settings),
                        KafkaRequirements.unmet(settings),
                        DatabaseRequirements.unmet(settings),
                        RealmRequirements.unmet(settings),
                        ExposureRequirements.unmet(settings))
                .flatMap(List::stream)
                .toList();
    }
}
