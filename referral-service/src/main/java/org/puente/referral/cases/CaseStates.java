package org.puente.referral.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReturnFact.WholeState;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.json.Json;

/** Keeps the newest state of each case that reception has published, however many come at once. */
@ApplicationScoped
class CaseStates {
    /** The highest version stands, in whatever order the versions come; of the institution that registered the case. */
    private static final String KEEP_NEWEST = """
            with kept as (
                insert into case_file
                (case_id, institution, version, state, modified_at, household, transport, returned_on)
                select id, institution, version, state, at, household, transport, "returnedOn"
                from json_to_recordset(cast(cast(:rows as text) as json)) as
                    (id uuid, institution text, version integer, state text, at timestamptz, household uuid,
                     transport text, "returnedOn" date)
                order by id
                on conflict (case_id) do update
                set version = excluded.version,
                    state = excluded.state, modified_at = excluded.modified_at,
                    household = excluded.household, transport = excluded.transport,
                    returned_on = excluded.returned_on
                where case_file.version < excluded.version and case_file.institution = excluded.institution
                returning case_id)
            select count(*) from kept
            """;

    /**
     * What was not kept is this, or older than what is known. A statement of its own: the one that keeps does not see
     * what was committed while it waited.
     */
    private static final String ANY_FOREIGN = """
            select exists (
                select from json_to_recordset(cast(cast(:rows as text) as json)) as sent (id uuid, institution text)
                join case_file known on known.case_id = sent.id where known.institution <> sent.institution)
            """;

    private record Row(
            CaseId id,
            InstitutionId institution,
            int version,
            String state,
            Instant at,
            UUID household,
            String transport,
            LocalDate returnedOn) {
        static Row of(WholeState state) {
            return new Row(
                    state.caseId(),
                    state.institution(),
                    state.version(),
                    Json.write(state),
                    state.occurredAt(),
                    state.household() == null ? null : state.household().id().value(),
                    state.transport() == null ? null : state.transport().reference(),
                    state.returnedOn());
        }
    }

    /**
     * Keeps the states, unless newer ones are known.
     *
     * @param states none of them of the same case as another
     * @throws FactRefused where a case is of another institution: all that it referred would pass with the case
     */
    Uni<Void> keep(Mutiny.Session session, List<WholeState> states) {
        if (states.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String rows = Json.write(states.stream().map(Row::of).toList());
        return session.createNativeQuery(KEEP_NEWEST, Long.class)
                .setParameter("rows", rows)
                .getSingleResult()
                .chain(kept -> kept == states.size() ? Uni.createFrom().voidItem() : mustBeOwn(session, rows));
    }

    private static Uni<Void> mustBeOwn(Mutiny.Session session, String rows) {
        return Cases.mustBeOwn(
                session.createNativeQuery(ANY_FOREIGN, Boolean.class).setParameter("rows", rows));
    }
}
