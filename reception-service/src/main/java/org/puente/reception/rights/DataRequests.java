package org.puente.reception.rights;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.Code;
import org.puente.contracts.InstitutionId;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Paging;
import org.puente.reception.sealing.SealedTexts;

/** The requests of people about their data, as they are stored. */
@ApplicationScoped
class DataRequests {
    private static final String ADD = """
            insert into data_request (id, case_id, institution, kind, source, received_on, remind_on, due_on,
                                      received_at, sealed_details)
            values (:id, :case, :institution, :kind, :source, :receivedOn, :remindOn, :dueOn, :receivedAt,
                    cast(:details as text))
            on conflict do nothing
            """;

    private static final String LIST = """
            from DataRequest
            where institution = :institution and (receivedAt > :after or receivedAt = :after and id > :afterId)
              and (case when closedAt is null then 'open' else 'answered' end) in :statuses
              and dueOn < :dueBefore and (:everyCase = true or caseId = :case)
            order by receivedAt, id
            """;

    private static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);
    private static final UUID NO_CASE = new UUID(0, 0);

    private final AnswerTime time;
    private final SealedTexts texts;

    DataRequests(AnswerTime time, SealedTexts texts) {
        this.time = time;
        this.texts = texts;
    }

    /**
     * Stores a request.
     *
     * @return false if there is one with this id, or an open one of the same kind and case that it repeats
     */
    Uni<Boolean> add(Mutiny.Session session, NewDataRequest request) {
        return session.createNativeQuery(ADD)
                .setParameter("id", request.id())
                .setParameter("case", request.caseId().value())
                .setParameter("institution", request.institution().value())
                .setParameter("kind", request.kind().code())
                .setParameter("source", request.source().code())
                .setParameter("receivedOn", request.receivedOn())
                .setParameter("remindOn", time.remindOn(request.receivedOn()))
                .setParameter("dueOn", time.dueOn(request.receivedOn()))
                .setParameter("receivedAt", request.receivedAt())
                .setParameter("details", texts.seal(request.details()))
                .executeUpdate()
                .map(inserted -> inserted == 1);
    }

    /** A request to this institution; 404 if there is none. */
    Uni<DataRequest> of(Mutiny.Session session, UUID id, InstitutionId institution) {
        return find(session, id).invoke(found -> mustBeTo(institution, found));
    }

    /** As {@link #of(Mutiny.Session, UUID, InstitutionId)}, locked: of two answers at once the second is refused. */
    Uni<DataRequest> toAnswer(Mutiny.Session session, UUID id, InstitutionId institution) {
        return session.find(DataRequest.class, id, LockModeType.PESSIMISTIC_WRITE)
                .invoke(found -> mustBeTo(institution, found));
    }

    private static void mustBeTo(InstitutionId institution, DataRequest found) {
        if (found == null || !found.institution().equals(institution)) {
            throw ProblemException.notFound();
        }
    }

    /**
     * @return null if there is none
     */
    Uni<DataRequest> find(Mutiny.Session session, UUID id) {
        return session.find(DataRequest.class, id);
    }

    /** Loads no request: a loaded one would not be read again when it is locked. */
    Uni<Boolean> isKnown(Mutiny.Session session, UUID id) {
        return session.createQuery("select count(*) from DataRequest where id = :id", Long.class)
                .setParameter("id", id)
                .getSingleResult()
                .map(count -> count > 0);
    }

    /**
     * The open request of a kind that came first, locked.
     *
     * @return null if there is none
     */
    Uni<DataRequest> open(Mutiny.Session session, CaseId caseId, DataRequestKind kind) {
        return session.createQuery(
                        "from DataRequest where caseId = :case and kind = :kind and closedAt is null"
                                + " order by receivedAt, id",
                        DataRequest.class)
                .setParameter("case", caseId.value())
                .setParameter("kind", kind.code())
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResultOrNull();
    }

    /** How many requests of a kind about a case came from there since. */
    Uni<Long> countSince(
            Mutiny.Session session, CaseId caseId, DataRequestKind kind, DataRequestSource source, Instant since) {
        return session.createQuery(
                        "select count(*) from DataRequest where caseId = :case and kind = :kind and source = :source"
                                + " and receivedAt >= :since",
                        Long.class)
                .setParameter("case", caseId.value())
                .setParameter("kind", kind.code())
                .setParameter("source", source.code())
                .setParameter("since", since)
                .getSingleResult();
    }

    /** All requests of a case, oldest first. */
    Uni<List<DataRequest>> of(Mutiny.Session session, CaseId caseId) {
        return session.createQuery("from DataRequest where caseId = :case order by receivedAt, id", DataRequest.class)
                .setParameter("case", caseId.value())
                .getResultList();
    }

    /**
     * The requests to an institution, in the order in which they came.
     *
     * @param status null for all
     * @param lateBefore only open ones whose last day was before this one; null for all
     * @param caseId null for all
     */
    Uni<List<DataRequest>> list(
            Mutiny.Session session,
            InstitutionId institution,
            DataRequestStatus status,
            LocalDate lateBefore,
            UUID caseId,
            Paging paging) {
        return session.createQuery(LIST, DataRequest.class)
                .setParameter("institution", institution.value())
                .setParameter("after", paging.after())
                .setParameter("afterId", paging.afterId())
                .setParameter("statuses", statuses(status, lateBefore))
                .setParameter("dueBefore", lateBefore == null ? NO_DAY : lateBefore)
                .setParameter("everyCase", caseId == null)
                .setParameter("case", caseId == null ? NO_CASE : caseId)
                .setMaxResults(paging.reach())
                .getResultList();
    }

    /** Late is only what is open. */
    private static List<String> statuses(DataRequestStatus status, LocalDate lateBefore) {
        return Stream.of(DataRequestStatus.values())
                .filter(one -> status == null || one == status)
                .filter(one -> lateBefore == null || one == DataRequestStatus.OPEN)
                .map(Code::code)
                .toList();
    }
}
