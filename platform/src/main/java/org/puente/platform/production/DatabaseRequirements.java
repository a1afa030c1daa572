package org.puente.platform.production;

import static org.puente.platform.production.Settings.named;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Connections to PostgreSQL use TLS, and the server's certificate is checked, with its name. */
final class DatabaseRequirements {
    private static final String REACTIVE = "quarkus.datasource.reactive.";
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String FLYWAYS_URL = "quarkus.flyway.jdbc-url";
    private static final String VERIFIED = "verify-full";
    private static final Pattern MODE_PROPERTY =
            Pattern.compile("QUARKUS_DATASOURCE_JDBC_ADDITIONAL_JDBC_PROPERTIES_+SSLMODE_*");
    private static final Pattern TRUST_PROPERTY =
            Pattern.compile("QUARKUS_DATASOURCE_JDBC_ADDITIONAL_JDBC_PROPERTIES_+SSL(FACTORY|HOSTNAMEVERIFIER)_*");
    private static final Pattern MODE = Pattern.compile("[?&]sslmode=([^&]*)");
    private static final Pattern TRUST = Pattern.compile("[?&]ssl(factory|hostnameverifier)=");

    private DatabaseRequirements() {}

    static List<String> unmet(Settings settings) {
        List<String> unmet = new ArrayList<>();
        if (!settings.is(REACTIVE + "postgresql.ssl-mode", VERIFIED)) {
            unmet.add(named(REACTIVE + "postgresql.ssl-mode")
                    + " is not verify-full: what goes to PostgreSQL would be read on its way. Set it, "
                    + REACTIVE + "hostname-verification-algorithm to HTTPS, "
                    + REACTIVE + "trust-certificate-pem to true, and "
                    + REACTIVE + "trust-certificate-pem.certs to the authority of the server's certificate.");
        }
        if (settings.isOn(REACTIVE + "trust-all")) {
            unmet.add(named(REACTIVE + "trust-all") + " lets any server pass for the database: remove it.");
        }
        settings.names(TRUST_PROPERTY)
                .forEach(name -> unmet.add(named(name) + " decides by itself which server is trusted: remove it."));
        if (!isVerified(settings.text(URL).orElse(""), verifiedByProperty(settings))) {
            unmet.add(unverified(URL));
        }
        // Flyway's own connection, if it has one, takes nothing over from the other one.
        settings.text(FLYWAYS_URL)
                .filter(url -> !isVerified(url, false))
                .ifPresent(url -> unmet.add(unverified(FLYWAYS_URL)));
        return unmet;
    }

    private static String unverified(String name) {
        return named(name) + " does not end in ?sslmode=verify-full&sslrootcert=FILE, where FILE has the authority of"
                + " the server's certificate: Flyway and the outbox could send to anybody.";
    }

    private static boolean verifiedByProperty(Settings settings) {
        List<String> names = settings.names(MODE_PROPERTY);
        return !names.isEmpty() && names.stream().allMatch(name -> settings.is(name, VERIFIED));
    }

    private static boolean isVerified(String url, boolean otherwise) {
        List<String> modes =
                MODE.matcher(url).results().map(mode -> mode.group(1)).toList();
        boolean verified = modes.isEmpty() ? otherwise : modes.stream().allMatch(VERIFIED::equals);
        return verified && !TRUST.matcher(url).find();
    }
}
