package org.puente.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Work for a service in a training run (JEP 514), so that Java learns more of it than its start:
 * requests as agencies' systems send them, one after the other. The services of a node are trained in
 * turn, reception first, on servers that stay: each takes in what those before it have published.
 */
public final class TrainingWork {
    private static final int PEOPLE = 60;
    private static final Duration READING = Duration.ofSeconds(5);

    private final String node;
    private final URI realm;
    private final List<Reception.Case> cases = new ArrayList<>();

    /**
     * @param realm address of the realm that issues tokens
     */
    public TrainingWork(String node, URI realm) {
        this.node = node;
        this.realm = realm;
    }

    /**
     * Returns when the work is done.
     *
     * @param service that is ready; registry has no work
     * @param port where it listens
     * @throws RuntimeException if it does not answer
     */
    public void give(String service, int port) {
        Region region = Region.where(node, service, port, realm);
        switch (service) {
            case "reception" -> register(region);
            case "referral" -> refer(region);
            case "followup" ->
                read(
                        Agency.system(region, Receptions.of(node).institution()),
                        region.of(node, service) + "/v1/followups");
            case "reporting" -> read(Agency.person(region, "operator"), region.reporting() + "/v1/events");
            default -> {}
        }
    }

    private void register(Region region) {
        Reception reception = new Reception(region, new Institutions(region), new Figures());
        People.flight(node, PEOPLE, null, 0)
                .forEach(person -> reception.register(person).ifPresent(cases::add));
    }

    private void refer(Region region) {
        Institutions institutions = new Institutions(region);
        CaseOffice office = new CaseOffice(region, institutions, new Figures());
        cases.stream()
                .map(office::refer)
                .flatMap(Optional::stream)
                .forEach(issued -> serve(
                        region.of(node, "referral") + "/v1/referrals/" + issued.referralId(),
                        institutions.system(issued.to())));
    }

    private static void serve(String referral, Agency recipient) {
        recipient.get(referral + "/dossier");
        report(recipient, referral, "accepted");
        report(recipient, referral, "started");
    }

    private static void report(Agency recipient, String referral, String type) {
        ObjectNode body = Agency.JSON.createObjectNode().put("type", type);
        recipient.post(referral + "/facts", body);
    }

    /** Reads lists while facts are taken in. */
    private static void read(Agency system, String list) {
        Instant end = Instant.now().plus(READING);
        while (Instant.now().isBefore(end)) {
            system.get(list + "?limit=50");
        }
    }
}
