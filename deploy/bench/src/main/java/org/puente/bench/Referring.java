package org.puente.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.puente.demo.Agency;
import org.puente.demo.Institutions;
import org.puente.demo.Reception;
import org.puente.local.Region;

/**
 * Referrals from Guatemala to Honduras that need only be issued: their cases are registered, their
 * offers published, and both known where they are needed.
 */
final class Referring {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ISSUER = "gtm-igm";
    private static final String RECIPIENT = "hnd-sreci";
    private static final int OFFERS = 25;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Agency issuer;
    private final Agency recipient;
    private final String issue;
    private final String read;
    private final Queue<ObjectNode> orders = new ConcurrentLinkedQueue<>();

    private Referring(Region region, Institutions institutions) {
        issuer = institutions.system(ISSUER);
        recipient = institutions.system(RECIPIENT);
        issue = region.service("gtm/referral") + "/v1/referrals";
        read = region.service("hnd/referral") + "/v1/referrals/";
    }

    /**
     * @param count how many at least
     */
    static Referring prepare(Region region, int count) {
        Institutions institutions = new Institutions(BenchRegion.addresses(region));
        Referring referring = new Referring(region, institutions);
        List<String> offers = new ArrayList<>();
        for (int i = 0; i < OFFERS; i++) {
            offers.add("hnd-bench-" + i);
            referring.publish(region.service("hnd/registry") + "/v1/offers/" + offers.getLast());
        }
        List<Reception.Case> cases = Consents.register(region, institutions, count / (OFFERS - 1) + 1);
        for (String offer : offers) {
            cases.forEach(one -> referring.orders.add(order(one, offer)));
        }
        // The last needs what came last; where it can be issued, the others can.
        ObjectNode last = order(cases.getLast(), offers.getLast());
        referring.orders.remove(last);
        referring.send(last);
        return referring;
    }

    private void publish(String url) {
        ObjectNode offer = JSON.createObjectNode();
        offer.putObject("name").put("es", "Ventanilla").put("en", "Desk");
        offer.put("level", "individual").put("dimension", "social").put("category", "one-stop-desk");
        offer.putArray("coverage").add("HND");
        offer.putArray("needsFields").add("givenNames");
        Agency.Reply reply = recipient.put(url, offer);
        if (!reply.ok()) {
            throw new IllegalStateException("offer: " + reply.status() + " " + reply.body());
        }
    }

    private static ObjectNode order(Reception.Case of, String offer) {
        ObjectNode order = JSON.createObjectNode();
        order.put("caseId", of.caseId()).put("offerId", offer).put("consentId", of.consentId());
        order.putObject("need")
                .put("dimension", "social")
                .put("category", "one-stop-desk")
                .put("urgency", "normal");
        return order;
    }

    /** Tries until all that the order needs has come over. */
    private Agency.Reply send(ObjectNode order) {
        long begin = System.nanoTime();
        Agency.Reply reply = issuer.post(issue, order);
        while (reply.status() != 201) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException("referral: " + reply.status() + " " + reply.body());
            }
            LockSupport.parkNanos(200_000_000);
            reply = issuer.post(issue, order);
        }
        return reply;
    }

    /**
     * Issues the next; returns with the 201.
     *
     * @return its id
     */
    String issue() {
        return send(orders.remove()).body().path("referralId").asText();
    }

    /** Whether its recipient can read it. */
    boolean isVisible(String referral) {
        return recipient.get(read + referral).ok();
    }
}
