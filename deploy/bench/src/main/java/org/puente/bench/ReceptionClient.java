package org.puente.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.puente.demo.Agency;
import org.puente.local.Region;

/** An institution that receives people, asking the reception-service of its node. */
final class ReceptionClient {
    private static final Duration WARM_UP = Duration.ofSeconds(15);

    private final URI service;
    private final Agency agency;
    private final Forms forms;
    private final Load load;

    /**
     * @param node e.g. {@code gtm}
     * @param institution that receives people
     * @param receptionPoint where
     */
    ReceptionClient(Region region, Load load, String node, String institution, String receptionPoint) {
        this.service = region.service(node + "/reception");
        this.agency = Agency.system(BenchRegion.addresses(region), institution);
        this.forms = new Forms(receptionPoint);
        this.load = load;
    }

    /**
     * Registers until it gets no faster any more: how much work that takes is the compiler's
     * choice, how long depends on the machine.
     *
     * @param max times of a quarter of a minute
     */
    void warmUp(int max) {
        double best = 0;
        int slower = 0;
        for (int i = 0; i < max && slower < 2; i++) {
            double rate = register(16, WARM_UP).perSecond();
            slower = rate < best * 1.05 ? slower + 1 : 0;
            best = Math.max(best, rate);
        }
    }

    /** Asks for the same page again and again. */
    Load.Asked list(int connections, Duration time, String page) {
        Load.Ask ask = new Load.Ask(HttpMethod.GET, page, Map.of("Authorization", "Bearer " + agency.token()), null);
        return load.run(service, connections, time, 200, () -> ask);
    }

    /** What is listed at an address, e.g. {@code /v1/returns}. */
    JsonNode listed(String page) {
        return agency.get(service + page).body();
    }

    /** Registers one person after the other at each connection. */
    Load.Asked register(int connections, Duration time) {
        String token = "Bearer " + agency.token();
        return load.run(
                service,
                connections,
                time,
                201,
                () -> new Load.Ask(
                        HttpMethod.POST,
                        "/v1/returns",
                        Map.of(
                                "Authorization",
                                token,
                                "Content-Type",
                                "application/json",
                                "Idempotency-Key",
                                "bench-" + UUID.randomUUID()),
                        forms.next()));
    }
}
