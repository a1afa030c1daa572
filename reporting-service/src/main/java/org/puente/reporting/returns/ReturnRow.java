package org.puente.reporting.returns;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.puente.contracts.AgeGroup;
import org.puente.contracts.Assistance;
import org.puente.contracts.Envelope;
import org.puente.contracts.LegalBasis;
import org.puente.contracts.ReturnFact;
import org.puente.contracts.Sex;
import org.puente.contracts.Will;

/**
 * The data of a return that the figures need.
 *
 * @param node the node that published it
 * @param factId decides between two facts of one version, which no node should publish
 * @param assistance null if not known
 * @param legalBasis null if not known
 * @param transportReference number of the flight or bus; null if there is none
 */
record ReturnRow(
        UUID caseId,
        String node,
        int version,
        UUID factId,
        UUID personId,
        String institution,
        LocalDate returnedOn,
        String receptionPoint,
        String nationality,
        String returnedFrom,
        Will will,
        Assistance assistance,
        LegalBasis legalBasis,
        AgeGroup ageGroup,
        Sex sex,
        String transportReference) {

    /** Ids as text: PostgreSQL orders them so, java.util.UUID does not. */
    private static final Comparator<ReturnRow> ORDER = Comparator.comparingInt(ReturnRow::version)
            .thenComparing(row -> row.factId().toString());

    record Key(UUID caseId, String node) {}

    static ReturnRow of(Envelope envelope, ReturnFact.WholeState state) {
        return new ReturnRow(
                state.caseId().value(),
                envelope.source().node().value(),
                state.version(),
                envelope.id(),
                state.personId().value(),
                state.institution().value(),
                state.returnedOn(),
                state.receptionPoint().value(),
                state.nationality(),
                state.returnedFrom(),
                state.will(),
                state.assistance(),
                state.legalBasis(),
                state.ageGroup(),
                state.sex(),
                state.transport() == null ? null : state.transport().reference());
    }

    Key key() {
        return new Key(caseId, node);
    }

    /** The row of the higher version; this one where the other is another institution's. */
    ReturnRow higher(ReturnRow later) {
        return !institution.equals(later.institution) || ORDER.compare(this, later) >= 0 ? this : later;
    }
}
