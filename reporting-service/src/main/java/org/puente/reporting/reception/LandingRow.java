package org.puente.reporting.reception;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.puente.contracts.ReceptionFact;
import org.puente.platform.inbox.Received;

/**
 * When a flight or a bus arrived, as of one version.
 *
 * @param factId decides between two facts of one version, which no node should publish
 * @param landedAt null if it was recorded in error
 */
record LandingRow(
        String node,
        UUID arrivalId,
        int version,
        UUID factId,
        String institution,
        String receptionPoint,
        LocalDate returnedOn,
        String reference,
        Instant landedAt) {

    /** Ids as text: PostgreSQL orders them so, java.util.UUID does not. */
    private static final Comparator<LandingRow> ORDER = Comparator.comparingInt(LandingRow::version)
            .thenComparing(row -> row.factId().toString());

    record Key(String node, UUID arrivalId) {}

    /** Empty for other facts, and for an arrival without a reference, whose people nobody could tell. */
    static Optional<LandingRow> of(Received received) {
        return received.fact().orElse(null) instanceof ReceptionFact.ArrivalTimed fact
                        && fact.transport().reference() != null
                ? Optional.of(new LandingRow(
                        received.envelope().source().node().value(),
                        fact.arrivalId().value(),
                        fact.version(),
                        received.envelope().id(),
                        fact.institution().value(),
                        fact.receptionPoint().value(),
                        fact.returnedOn(),
                        fact.transport().reference(),
                        fact.landedAt()))
                : Optional.empty();
    }

    Key key() {
        return new Key(node, arrivalId);
    }

    LandingRow higher(LandingRow other) {
        return ORDER.compare(this, other) >= 0 ? this : other;
    }
}
