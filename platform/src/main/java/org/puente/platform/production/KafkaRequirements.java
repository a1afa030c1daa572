package org.puente.platform.production;

import static org.puente.platform.production.Settings.named;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Connections to Kafka use TLS, and each broker's certificate is checked: facts and the password go nowhere else. */
final class KafkaRequirements {
    private static final String PROTOCOL = "kafka.security.protocol";
    private static final Pattern PROTOCOLS = Pattern.compile("(KAFKA|MP_MESSAGING)_(.+_)?SECURITY_PROTOCOL");
    private static final Pattern HOST_NAMES =
            Pattern.compile("(KAFKA|MP_MESSAGING)_(.+_)?SSL_ENDPOINT_IDENTIFICATION_ALGORITHM");
    private static final Set<String> BY_TLS = Set.of("SASL_SSL", "SSL");

    private KafkaRequirements() {}

    static List<String> unmet(Settings settings) {
        List<String> unmet = new ArrayList<>();
        Stream.concat(Stream.of(PROTOCOL), settings.names(PROTOCOLS).stream())
                .distinct()
                .filter(name -> settings.text(name).filter(BY_TLS::contains).isEmpty())
                .forEach(name -> unmet.add(named(name)
                        + " is not SASL_SSL: what goes to Kafka would be read on its way. Set it, and"
                        + " kafka.ssl.truststore.location to the authority of the brokers' certificates."));
        settings.names(HOST_NAMES).stream()
                .filter(name -> !settings.is(name, "https"))
                .forEach(name -> unmet.add(named(name)
                        + " lets any server with a certificate of that authority pass for a broker: remove it."));
        return unmet;
    }
}
