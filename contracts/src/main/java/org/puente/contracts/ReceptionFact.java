package org.puente.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Stream {@code returns}: what happens at a reception point between landing and leaving. Published by
 * reception.
 */
public sealed interface ReceptionFact extends Fact {

    InstitutionId institution();

    Instant occurredAt();

    /** A fact about one case. */
    sealed interface OfCase extends ReceptionFact {
        CaseId caseId();

        @Override
        default String subject() {
            return caseId().toString();
        }
    }

    /**
     * A person was given help. Help for a whole flight is one fact for each person, all with the same
     * {@code helpId}.
     *
     * @param occurredAt when the help was given, as the desk reports it
     * @param recordedAt when the report came in
     */
    record HelpGiven(
            CaseId caseId,
            HelpId helpId,
            InstitutionId institution,
            Instant occurredAt,
            Instant recordedAt,
            List<HelpKind> kinds)
            implements OfCase {
        public HelpGiven {
            Require.present("caseId", caseId);
            Require.present("helpId", helpId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            recordedAt = Require.instant("recordedAt", recordedAt);
            kinds = Require.list(kinds);
        }
    }

    /** An entry of help was recorded in error: for this person it doesn't count, for good. */
    record HelpVoided(
            CaseId caseId, HelpId helpId, InstitutionId institution, Instant occurredAt, HelpVoidReason reason)
            implements OfCase {
        public HelpVoided {
            Require.present("caseId", caseId);
            Require.present("helpId", helpId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            Require.present("reason", reason);
        }
    }

    /**
     * When a person left the reception point. The highest version counts.
     *
     * @param occurredAt when it was recorded
     * @param version counts from 1
     * @param leftAt null if an earlier version was recorded in error: the person is still there
     */
    record ReceptionTimed(CaseId caseId, InstitutionId institution, Instant occurredAt, int version, Instant leftAt)
            implements OfCase {
        public ReceptionTimed {
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            Require.atLeast(1, "version", version);
            leftAt = leftAt == null ? null : Require.instant("leftAt", leftAt);
        }
    }

    /**
     * When a flight or a bus arrived. The highest version counts. Its people are the returns with the same
     * institution, reception point, day and reference.
     *
     * @param occurredAt when it was recorded
     * @param version counts from 1
     * @param returnedOn the day under which its people are registered
     * @param transport with a reference
     * @param landedAt null if an earlier version was recorded in error
     */
    record ArrivalTimed(
            ArrivalId arrivalId,
            InstitutionId institution,
            Instant occurredAt,
            int version,
            ReceptionPointId receptionPoint,
            LocalDate returnedOn,
            Transport transport,
            Instant landedAt)
            implements ReceptionFact {
        public ArrivalTimed {
            Require.present("arrivalId", arrivalId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            Require.atLeast(1, "version", version);
            Require.present("receptionPoint", receptionPoint);
            Require.present("returnedOn", returnedOn);
            Require.present("transport", transport);
            landedAt = landedAt == null ? null : Require.instant("landedAt", landedAt);
        }

        @Override
        public String subject() {
            return arrivalId.toString();
        }
    }
}
