package org.puente.reception.rights;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.platform.ids.Ids;
import org.puente.platform.persistence.Sequential;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.reception.calendar.ReceivedOn;
import org.puente.reception.complaints.ComplaintReceiving;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.returns.Checks;
import org.puente.reception.sealing.SealedTexts;

/**
 * Takes requests in. A right that concerns all that is held of a person is asked of every
 * institution of the node that holds a case of them, each for itself: none is told of another.
 */
@ApplicationScoped
public class DataRequestReceiving {
    /** The newest case of the same person at each other institution: its request concerns those beside it too. */
    private static final String OTHER_CASES = """
            with asked as (
                select coalesce(linked_person_id, person_id) as person, institution
                from case_pseudonym where case_id = :case)
            select distinct on (other.institution) other.case_id, other.institution
            from asked join case_pseudonym other
                 on other.person_id = asked.person or other.linked_person_id = asked.person
            where coalesce(other.linked_person_id, other.person_id) = asked.person
              and other.institution <> asked.institution
            order by other.institution, other.case_id desc
            """;

    /** The cases of the same person at the same institution. */
    private static final String SAME_INSTITUTION = """
            insert into data_request_other_case (request_id, case_id)
            select :id, other.case_id
            from (select coalesce(linked_person_id, person_id) as person, institution
                  from case_pseudonym where case_id = :case) asked
            join case_pseudonym other on other.person_id = asked.person or other.linked_person_id = asked.person
            where coalesce(other.linked_person_id, other.person_id) = asked.person
              and other.institution = asked.institution and other.case_id <> :case
            on conflict do nothing
            """;

    private static final Duration DAY = Duration.ofDays(1);

    /** Of one kind, from the page of a case in a day. One address may send fewer. */
    private static final int MAX_FROM_PAGE = ComplaintReceiving.MAX_FROM_PAGE;

    private static final String CASE = "select returned_on, institution from case_flight where case_id = :case";

    private final ReceptionDirectory directory;
    private final DataRequests requests;
    private final SealedTexts texts;
    private final Checks checks;

    DataRequestReceiving(ReceptionDirectory directory, DataRequests requests, SealedTexts texts, Checks checks) {
        this.directory = directory;
        this.requests = requests;
        this.texts = texts;
        this.checks = checks;
    }

    /** The stored request; not created if it repeats an open one. */
    record Received(DataRequest request, boolean created) {}

    /**
     * What a desk writes down. Refuses (404) a case of another institution, and (409) an id under
     * which something else was recorded.
     */
    Uni<Received> atDesk(Mutiny.Session session, InstitutionId desk, DataRequestForm form) {
        return caseOf(session, form.caseId())
                .invoke(known -> {
                    if (!known.institution.equals(desk)) {
                        throw unknownCase();
                    }
                })
                .chain(known -> today(session)
                        .map(today -> new NewDataRequest(
                                form.requestId() == null ? Ids.next() : form.requestId(),
                                form.caseId(),
                                desk,
                                form.kind(),
                                DataRequestSource.DESK,
                                ReceivedOn.of(form.receivedOn(), known.returnedOn, today),
                                checks.now(),
                                form.details())))
                .chain(request -> receive(session, request));
    }

    /** What becomes of a request that a person sends. */
    public enum Sent {
        /** Something of it is new. */
        TAKEN,
        /** The same is open already. */
        REPEATED,
        /** Too many of the kind came from the page of this case today. */
        ENOUGH
    }

    /** Whether this one came before. */
    public Uni<Boolean> isKnown(Mutiny.Session session, UUID id) {
        return requests.isKnown(session, id);
    }

    /**
     * What a person sends from the page of their case, once under an id.
     *
     * @param details null if nothing was written
     */
    public Uni<Sent> fromPerson(Mutiny.Session session, UUID id, CaseId caseId, DataRequestKind kind, String details) {
        boolean saysMore = !kind.isOneWhileOpen() && details != null;
        return (saysMore ? Uni.createFrom().<DataRequest>nullItem() : requests.open(session, caseId, kind))
                .chain(open -> open != null
                        ? repeated(session, open, DataRequestSource.PERSON, details)
                                .map(more -> more ? Sent.TAKEN : Sent.REPEATED)
                        : unlessEnough(session, id, caseId, kind, details));
    }

    private Uni<Sent> unlessEnough(
            Mutiny.Session session, UUID id, CaseId caseId, DataRequestKind kind, String details) {
        Instant now = checks.now();
        return requests.countSince(session, caseId, kind, DataRequestSource.PERSON, now.minus(DAY))
                .chain(count -> count >= MAX_FROM_PAGE
                        ? Uni.createFrom().item(Sent.ENOUGH)
                        : caseOf(session, caseId)
                                .chain(known -> today(session)
                                        .map(today -> new NewDataRequest(
                                                id,
                                                caseId,
                                                known.institution,
                                                kind,
                                                DataRequestSource.PERSON,
                                                today,
                                                now,
                                                details)))
                                .chain(request -> receive(session, request))
                                .map(received -> received.created() ? Sent.TAKEN : Sent.REPEATED));
    }

    private Uni<Boolean> repeated(Mutiny.Session session, DataRequest open, DataRequestSource from, String details) {
        boolean more = open.repeatedBy(from, texts.seal(details));
        return session.flush().replaceWith(more);
    }

    private Uni<Received> receive(Mutiny.Session session, NewDataRequest request) {
        return requests.add(session, request)
                .chain(added -> added
                        ? tellOthers(session, request)
                                .chain(() -> requests.find(session, request.id()))
                                .map(stored -> new Received(stored, true))
                        : earlier(session, request));
    }

    private Uni<Received> earlier(Mutiny.Session session, NewDataRequest request) {
        return requests.find(session, request.id())
                .chain(known -> known == null
                        ? requests.open(session, request.caseId(), request.kind())
                                .call(open -> open == null
                                        ? Uni.createFrom().voidItem()
                                        : repeated(session, open, request.source(), request.details()))
                        : Uni.createFrom().item(known).invoke(same -> mustSay(request, same)))
                .map(known -> {
                    if (known == null || !known.caseId().equals(request.caseId()) || known.kind() != request.kind()) {
                        throw ProblemException.conflict("data-request-id-reused");
                    }
                    return new Received(known, false);
                });
    }

    /** Without words it says nothing else: others may have been added to it since. */
    private void mustSay(NewDataRequest request, DataRequest known) {
        if (request.details() != null && !texts.open(known.sealedDetails()).equals(Optional.of(request.details()))) {
            throw ProblemException.conflict("data-request-id-reused");
        }
    }

    private Uni<Void> tellOthers(Mutiny.Session session, NewDataRequest request) {
        if (!request.kind().concernsEveryCase()) {
            return Uni.createFrom().voidItem();
        }
        return requestOwn(session, request)
                .chain(() -> today(session))
                .chain(today -> session.createNativeQuery(OTHER_CASES, Object[].class)
                        .setParameter("case", request.caseId().value())
                        .getResultList()
                        .chain(others -> Sequential.each(others, row -> copy(session, request, row, today))));
    }

    private static Uni<Void> requestOwn(Mutiny.Session session, NewDataRequest request) {
        return session.createNativeQuery(SAME_INSTITUTION)
                .setParameter("id", request.id())
                .setParameter("case", request.caseId().value())
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<Void> copy(Mutiny.Session session, NewDataRequest request, Object[] row, LocalDate today) {
        CaseId there = new CaseId((UUID) row[0]);
        NewDataRequest copy = request.of(Ids.next(), there, new InstitutionId((String) row[1]), today, checks.now());
        return requests.add(session, copy)
                .chain(added ->
                        added ? requestOwn(session, copy) : Uni.createFrom().voidItem());
    }

    private record KnownCase(LocalDate returnedOn, InstitutionId institution) {}

    private static Uni<KnownCase> caseOf(Mutiny.Session session, CaseId caseId) {
        return session.createNativeQuery(CASE, Object[].class)
                .setParameter("case", caseId.value())
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(DataRequestReceiving::unknownCase)
                .map(row -> new KnownCase((LocalDate) row[0], new InstitutionId((String) row[1])));
    }

    private static ProblemException unknownCase() {
        return ProblemException.invalid(FieldError.of("/caseId", "case-unknown"));
    }

    private Uni<LocalDate> today(Mutiny.Session session) {
        return directory.zone(session).map(checks::today);
    }
}
