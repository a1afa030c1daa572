package org.puente.local;

import org.puente.kafka.ServiceNames;

/** Where to look, once all is up. */
final class Addresses {
    private Addresses() {}

    static String of(Region region) {
        StringBuilder text = new StringBuilder("\n");
        line(text, "The Secretariat's pages", region.service("region/reporting").toString());
        for (String node : region.setup().nodes()) {
            for (String service : ServiceNames.OF_NODE) {
                String name = node + "/" + service;
                line(
                        text,
                        name,
                        region.service(name) + (region.setup().hasSwaggerUi() ? "/q/swagger-ui" : "/q/openapi"));
            }
        }
        line(text, "Realm (admin: admin)", region.realm().toString());
        line(text, "Kafka (SCRAM, e.g. gtm)", region.kafka());
        line(text, "PostgreSQL (e.g. gtm_referral)", region.database("…"));
        text.append("Locally every secret is puente-dev. Ctrl-C ends it all.");
        return text.toString();
    }

    private static void line(StringBuilder text, String what, String where) {
        text.append(String.format("  %-32s %s%n", what, where));
    }
}
