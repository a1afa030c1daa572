package org.puente.platform.production;

import static org.puente.platform.production.Settings.named;

import java.util.ArrayList;
import java.util.List;

/** What is meant for development and tests is switched off. */
final class ExposureRequirements {
    private static final String PRIVATE_TARGETS = "puente.webhooks.private-targets";
    private static final List<String> SWAGGER_UI = List.of("quarkus.swagger-ui.enabled", "quarkus.swagger-ui.enable");

    private ExposureRequirements() {}

    static List<String> unmet(Settings settings) {
        List<String> unmet = new ArrayList<>();
        if (!settings.profiles().equals(List.of("prod"))) {
            unmet.add(named("quarkus.profile")
                    + " is not prod alone: another profile has settings for tests. Remove it.");
        }
        if (settings.isOn(PRIVATE_TARGETS)) {
            unmet.add(named(PRIVATE_TARGETS) + " is on: an institution could send requests into your own network."
                    + " Remove it.");
        }
        SWAGGER_UI.stream()
                .filter(settings::isOn)
                .forEach(name -> unmet.add(named(name) + " is on: the page runs scripts at the address of the API."
                        + " Remove it; the document stays at /q/openapi."));
        return unmet;
    }
}
