package org.puente.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Waits until the play is over: nothing is pending any more, and every fact has arrived. */
final class Ending {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration BETWEEN_BACKLOGS = Duration.ofSeconds(1);
    private static final Duration SETTLED = Duration.ofMinutes(1);
    private static final Set<String> OFFICES = Set.copyOf(Visitor.OFFICES);

    private final Region region;
    private final OwnCases own;
    private final Instant until;
    private final Map<String, Backlogs.Backlog> before;

    /**
     * @param until when the play ends at the latest
     */
    Ending(Region region, OwnCases own, Instant until) {
        this.region = region;
        this.own = own;
        this.until = until;
        this.before = Backlogs.of(region);
    }

    boolean isTimeOver() {
        return Instant.now().isAfter(until);
    }

    PendingWork pending(PlayState state) {
        return PendingWork.of(state, OFFICES, until);
    }

    /**
     * @return what is still pending at the end; nothing if all came to its end in time
     */
    PendingWork await() {
        PendingWork pending = pending(PlayState.of(own));
        while (!pending.isNothing() && !isTimeOver()) {
            Agency.pause(BETWEEN_LOOKS);
            pending = pending(PlayState.of(own));
        }
        return pending;
    }

    /**
     * Waits for a minute at most until each service has once had nothing to send, and has put nothing aside
     * since the play began. What others do meanwhile may fill an outbox again.
     *
     * @return the services that are not so far
     */
    Map<String, Backlogs.Backlog> unsettled() {
        Instant giveUp = Instant.now().plus(SETTLED);
        Map<String, Backlogs.Backlog> left = notEmpty(before.keySet());
        while (!left.isEmpty() && Instant.now().isBefore(giveUp)) {
            Agency.pause(BETWEEN_BACKLOGS);
            left = notEmpty(left.keySet());
        }
        return left;
    }

    private Map<String, Backlogs.Backlog> notEmpty(Set<String> services) {
        Map<String, Backlogs.Backlog> left = new TreeMap<>();
        Backlogs.of(region).forEach((service, backlog) -> left.put(service, backlog.since(before.get(service))));
        left.keySet().retainAll(services);
        left.values().removeIf(Backlogs.Backlog::isEmpty);
        return left;
    }
}
