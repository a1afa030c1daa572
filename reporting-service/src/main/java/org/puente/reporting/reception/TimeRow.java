package org.puente.reporting.reception;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.puente.contracts.Fact;
import org.puente.contracts.ReceptionFact;
import org.puente.contracts.ReturnFact;
import org.puente.platform.inbox.Received;

/**
 * What is known of a person's times at the reception point.
 *
 * @param registeredAt the earliest that was published; null if none was
 * @param version of leaving; 0 if nothing was published of it
 * @param factId of leaving; null as above
 * @param leftAt null as above, and if it was recorded in error
 */
record TimeRow(String node, UUID caseId, Instant registeredAt, int version, UUID factId, Instant leftAt) {

    /** Ids as text: PostgreSQL orders them so, java.util.UUID does not. */
    private static final Comparator<TimeRow> ORDER =
            Comparator.comparingInt(TimeRow::version).thenComparing(row -> String.valueOf(row.factId()));

    record Key(String node, UUID caseId) {}

    /** Empty for other facts. */
    static Optional<TimeRow> of(Received received) {
        String node = received.envelope().source().node().value();
        Fact fact = received.fact().orElse(null);
        return switch (fact) {
            case ReturnFact.Registered registered ->
                Optional.of(new TimeRow(node, registered.caseId().value(), registered.occurredAt(), 0, null, null));
            case ReceptionFact.ReceptionTimed timed ->
                Optional.of(new TimeRow(
                        node,
                        timed.caseId().value(),
                        null,
                        timed.version(),
                        received.envelope().id(),
                        timed.leftAt()));
            case null, default -> Optional.empty();
        };
    }

    Key key() {
        return new Key(node, caseId);
    }

    TimeRow merge(TimeRow other) {
        TimeRow later = ORDER.compare(this, other) >= 0 ? this : other;
        Instant registered = Stream.of(this, other)
                .map(TimeRow::registeredAt)
                .filter(at -> at != null)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new TimeRow(node, caseId, registered, later.version, later.factId, later.leftAt);
    }
}
