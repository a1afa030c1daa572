package org.puente.reception.complaints;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.Code;
import org.puente.contracts.InstitutionId;
import org.puente.platform.json.Json;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Paging;

/** The complaints as they are stored. */
@ApplicationScoped
class Complaints {
    private static final String LIST = """
            from Complaint
            where recipient = :recipient and (receivedAt > :after or receivedAt = :after and id > :afterId)
              and (case when answeredAt is not null then 'answered'
                        when acknowledgedAt is not null then 'acknowledged' else 'received' end) in :statuses
            order by receivedAt, id
            """;

    private static final String ADD = """
            insert into complaint (id, case_id, referral_id, about_node, about_institution, desk, recipient, source,
                                   received_at, received_on, acknowledge_by, answer_by, sealed_text, receipt_mark)
            select cast(id as uuid), cast("caseId" as uuid), cast("referralId" as uuid), "aboutNode",
                   "aboutInstitution", desk, recipient, source, cast(:at as timestamptz), "receivedOn",
                   "acknowledgeBy", "answerBy", text, "receiptMark"
            from json_to_record(cast(cast(:row as text) as json)) as
                 sent (id text, "caseId" text, "referralId" text, "aboutNode" text, "aboutInstitution" text,
                       desk text, recipient text, source text, "receivedOn" date, "acknowledgeBy" date,
                       "answerBy" date, text text, "receiptMark" text)
            on conflict do nothing
            """;

    /** Complaints that nobody takes care of. What is acknowledged stays with its recipient, who works on it. */
    private static final String LEFT_ALONE = """
            from complaint
            where answered_at is null and acknowledged_at is null
              and (recipient is null
                   or recipient not in (select json_array_elements_text(cast(cast(:able as text) as json))))
            """;

    /** As {@link RecipientPolicy} chooses. */
    private static final String WAITING = "select id " + LEFT_ALONE + """
              and exists (select 1 from json_array_elements_text(cast(cast(:able as text) as json)) as one
                          where one not in (about_institution, desk))
            order by received_at limit :max for update skip locked
            """;

    /**
     * Stores a complaint.
     *
     * @return false if there is one with this id
     */
    Uni<Boolean> add(Mutiny.Session session, Complaint complaint) {
        return session.createNativeQuery(ADD)
                .setParameter("row", Json.write(complaint.row()))
                .setParameter("at", complaint.receivedAt())
                .executeUpdate()
                .map(inserted -> inserted == 1);
    }

    /**
     * A complaint that was sent to this institution, locked: of two answers at once the second is refused. To
     * everybody else there is none (404).
     */
    Uni<Complaint> of(Mutiny.Session session, UUID id, InstitutionId recipient) {
        return session.find(Complaint.class, id, LockModeType.PESSIMISTIC_WRITE).invoke(found -> {
            if (found == null || !found.isFor(recipient)) {
                throw ProblemException.notFound();
            }
        });
    }

    /**
     * @return null if there is none
     */
    Uni<Complaint> find(Mutiny.Session session, UUID id) {
        return session.find(Complaint.class, id);
    }

    /**
     * The complaint whose receipt code has this mark.
     *
     * @return null if none has it
     */
    Uni<Complaint> byReceipt(Mutiny.Session session, String mark) {
        return session.createQuery("from Complaint where receiptMark = :mark", Complaint.class)
                .setParameter("mark", mark)
                .getSingleResultOrNull();
    }

    /** How many complaints of a case came from there since: what a desk writes is no matter of the person's. */
    Uni<Long> countSince(Mutiny.Session session, CaseId caseId, ComplaintSource source, Instant since) {
        return session.createQuery(
                        "select count(*) from Complaint"
                                + " where caseId = :case and source = :source and receivedAt >= :since",
                        Long.class)
                .setParameter("case", caseId.value())
                .setParameter("source", source.code())
                .setParameter("since", since)
                .getSingleResult();
    }

    /** How many wait for a recipient, or have one that is not among these and has not acknowledged them. */
    Uni<Long> countLeftAlone(Mutiny.Session session, List<InstitutionId> able) {
        return session.createNativeQuery("select count(*) " + LEFT_ALONE, Long.class)
                .setParameter("able", Json.write(able))
                .getSingleResult();
    }

    /**
     * Some of those that {@link #countLeftAlone are left alone} and have an independent recipient among these, locked;
     * what others work on is passed over. Those for which nobody is independent yet hold up none that came later.
     */
    Uni<List<Complaint>> takeWaiting(Mutiny.Session session, List<InstitutionId> able, int max) {
        return session.createNativeQuery(WAITING, UUID.class)
                .setParameter("able", Json.write(able))
                .setParameter("max", max)
                .getResultList()
                .chain(ids -> ids.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : session.createQuery("from Complaint where id in :ids", Complaint.class)
                                .setParameter("ids", ids)
                                .getResultList());
    }

    /**
     * The complaints that were sent to an institution, in the order in which they came.
     *
     * @param status null for all
     */
    Uni<List<Complaint>> list(Mutiny.Session session, InstitutionId recipient, ComplaintStatus status, Paging paging) {
        return session.createQuery(LIST, Complaint.class)
                .setParameter("recipient", recipient.value())
                .setParameter("after", paging.after())
                .setParameter("afterId", paging.afterId())
                .setParameter(
                        "statuses",
                        Stream.of(ComplaintStatus.values())
                                .filter(one -> status == null || one == status)
                                .map(Code::code)
                                .toList())
                .setMaxResults(paging.reach())
                .getResultList();
    }
}
