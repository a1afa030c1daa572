package org.puente.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Stream {@code followups}: plans, visits, scores and the end of a case. */
public sealed interface FollowUpFact extends Fact {

    CaseId caseId();

    InstitutionId institution();

    Instant occurredAt();

    @Override
    default String subject() {
        return caseId().toString();
    }

    /** A follow-up will be due. */
    record Planned(
            CaseId caseId,
            InstitutionId institution,
            Instant occurredAt,
            FollowUpId followUpId,
            FollowUpKind kind,
            LocalDate dueOn)
            implements FollowUpFact {
        public Planned {
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            Require.present("followUpId", followUpId);
            Require.present("kind", kind);
            Require.present("dueOn", dueOn);
        }
    }

    /** The day of a follow-up has come. */
    record Due(CaseId caseId, InstitutionId institution, Instant occurredAt, FollowUpId followUpId)
            implements FollowUpFact {
        public Due {
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            Require.present("followUpId", followUpId);
        }
    }

    /**
     * A follow-up was done.
     *
     * @param instrument null if nothing was asked
     * @param scores null if nothing was asked
     * @param needs what the person needs now
     */
    record Completed(
            CaseId caseId,
            InstitutionId institution,
            Instant occurredAt,
            FollowUpId followUpId,
            VisitOutcome outcome,
            Instrument instrument,
            Scores scores,
            List<Need> needs)
            implements FollowUpFact {
        public Completed {
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            Require.present("followUpId", followUpId);
            Require.present("outcome", outcome);
            needs = Require.list(needs);
        }
    }

    /** A follow-up was not done in its time. */
    record Missed(CaseId caseId, InstitutionId institution, Instant occurredAt, FollowUpId followUpId)
            implements FollowUpFact {
        public Missed {
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            Require.present("followUpId", followUpId);
        }
    }

    /** A case has ended. */
    record CaseClosed(CaseId caseId, InstitutionId institution, Instant occurredAt, ClosureReason reason)
            implements FollowUpFact {
        public CaseClosed {
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            Require.present("reason", reason);
        }
    }
}
