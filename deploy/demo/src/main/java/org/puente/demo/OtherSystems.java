package org.puente.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** All systems but those of the desks: recipients, visiting offices, and the Secretariat's. */
final class OtherSystems {
    private static final int SERVED_AT_ONCE = 8;
    private static final int VISITS_AT_ONCE = 4;

    private final Region region;
    private final Institutions institutions;
    private final OwnCases own;
    private final Figures figures;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BoundedTasks services;
    private final BoundedTasks visits;
    private final EventFollower secretariat;
    private final Map<String, Recipient> recipients = new ConcurrentHashMap<>();
    private final List<Visitor> visitors = new ArrayList<>();

    OtherSystems(Region region, Institutions institutions, OwnCases own, Figures figures) {
        this.region = region;
        this.institutions = institutions;
        this.own = own;
        this.figures = figures;
        this.services = new BoundedTasks(threads, SERVED_AT_ONCE, figures);
        this.visits = new BoundedTasks(threads, VISITS_AT_ONCE, figures);
        this.secretariat = new EventFollower(
                Agency.person(region, "operator"),
                region.reporting() + "/v1/events/stream",
                () -> {},
                event -> own.published(StreamedFact.of(event)));
    }

    /**
     * Begins to follow what is published, and to visit.
     *
     * @return whether the Secretariat's stream is open
     */
    boolean open(Instant since, Duration atMost) {
        threads.execute(secretariat);
        for (String office : Visitor.OFFICES) {
            Visitor visitor = new Visitor(region, office, institutions, own, figures, visits, since);
            visitors.add(visitor);
            threads.execute(visitor);
        }
        return secretariat.awaitOpen(atMost);
    }

    /** The recipient's system begins with the first referral to it. */
    void referredTo(CaseOffice.Issued referral) {
        recipients.computeIfAbsent(referral.to(), id -> {
            Recipient recipient =
                    new Recipient(region, referral.toNode(), institutions.system(id), own, figures, services);
            threads.execute(recipient.changes());
            return recipient;
        });
    }

    /** Each ends by itself, at the latest with the next heartbeat of its stream. */
    void close() {
        secretariat.close();
        visitors.forEach(Visitor::close);
        recipients.values().forEach(recipient -> recipient.changes().close());
        threads.shutdown();
    }
}
