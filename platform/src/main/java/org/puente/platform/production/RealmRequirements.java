package org.puente.platform.production;

import static org.puente.platform.production.Settings.named;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tokens are trusted only from a realm that is reached by TLS, and whose certificate is checked. */
final class RealmRequirements {
    private static final String REALM = "puente.oidc.url";
    private static final Pattern ADDRESS = Pattern.compile("QUARKUS_OIDC_(.+_)?AUTH_SERVER_URL");
    private static final Pattern PATH = Pattern.compile("QUARKUS_OIDC_(.+_)?PATH");
    private static final Pattern TRUSTING = Pattern.compile(
            "QUARKUS_(TLS_(.+_)?(TRUST_ALL|HOSTNAME_VERIFICATION_ALGORITHM)|OIDC_(.+_)?TLS_VERIFICATION)");

    /** Values by which the certificate, or the name in it, is not looked at. */
    private static final Set<String> LENIENT = Set.of("none", "certificate-validation");

    private RealmRequirements() {}

    static List<String> unmet(Settings settings) {
        List<String> unmet = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Stream.concat(Stream.of(REALM), settings.names(ADDRESS).stream()).forEach(name -> {
            String address = settings.text(name).orElse("").toLowerCase(Locale.ROOT);
            if (!address.startsWith("https://") && seen.add(address)) {
                unmet.add(named(name) + " is no https address: whoever is between could issue tokens. Set it to the"
                        + " realm's address with https.");
            }
        });
        settings.names(PATH).stream()
                .filter(name -> settings.text(name)
                        .filter(path -> path.toLowerCase(Locale.ROOT).startsWith("http://"))
                        .isPresent())
                .forEach(name -> unmet.add(named(name) + " leads out of https: give it a path, or an https address."));
        settings.names(TRUSTING).stream()
                .filter(name -> settings.isOn(name) || isLenient(settings, name))
                .forEach(name -> unmet.add(named(name) + " lets any server pass for the realm: remove it, and name the"
                        + " realm's authority by quarkus.tls.trust-store.pem.certs."));
        return unmet;
    }

    private static boolean isLenient(Settings settings, String name) {
        return settings.text(name)
                .map(value -> value.toLowerCase(Locale.ROOT).replace('_', '-'))
                .filter(LENIENT::contains)
                .isPresent();
    }
}
