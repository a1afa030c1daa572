package org.puente.platform.production;

import static org.puente.platform.production.Settings.named;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Both connections to PostgreSQL are made by TLS, to the server that the certificate names. */
final class DatabaseRequirements {
    private static final String REACTIVE = "quarkus.datasource.reactive.";
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String PROPERTY = "quarkus.datasource.jdbc.additional-jdbc-properties.";
    private static final String VERIFIED = "verify-full";
    private static final Pattern MODE = Pattern.compile("[?&]sslmode=([^&]*)");
    private static final Pattern FACTORY = Pattern.compile("[?&]sslfactory=");

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
        if (settings.text(PROPERTY + "sslfactory").isPresent()) {
            unmet.add(named(PROPERTY + "sslfactory") + " decides by itself which server is trusted: remove it.");
        }
        if (!isVerifiedByJdbc(settings)) {
            unmet.add(
                    named(URL) + " does not end in ?sslmode=verify-full&sslrootcert=FILE, where FILE has the authority"
                            + " of the server's certificate: Flyway and the outbox could send to anybody.");
        }
        return unmet;
    }

    private static boolean isVerifiedByJdbc(Settings settings) {
        String url = settings.text(URL).orElse("");
        List<String> modes =
                MODE.matcher(url).results().map(mode -> mode.group(1)).toList();
        boolean own = modes.isEmpty()
                ? settings.is(PROPERTY + "sslmode", VERIFIED)
                : modes.stream().allMatch(VERIFIED::equals);
        return own && !FACTORY.matcher(url).find();
    }
}
