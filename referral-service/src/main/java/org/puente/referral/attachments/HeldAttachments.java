package org.puente.referral.attachments;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DossierFact;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReferralId;
import org.puente.platform.execution.WorkerPool;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.json.Json;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Seal;
import org.puente.referral.referrals.Referral;

/**
 * Attachments that came for this node. Their parts come in any order, also before their referral;
 * they are kept sealed, and opened only while they are read.
 */
@ApplicationScoped
public class HeldAttachments {
    /** Where the referral's dossier is erased, no part is kept any more. */
    private static final String KEEP = """
            insert into attachment_part
            (referral_id, from_node, attachment_id, part, parts, jwe)
            select cast(:referralId as uuid), cast(:fromNode as text), cast(:attachment as uuid),
                   cast(:part as integer), cast(:parts as integer), cast(:jwe as text)
            where not exists (select 1 from referral_standing r
                              join dossier_standing d using (dossier_id, from_node)
                              where (r.referral_id = :referralId and r.wire_id is null
                                     or r.wire_id = :referralId)
                                and r.from_node = :fromNode
                                and d.belongs_to = :referralId and d.erased_at is not null)
            on conflict do nothing
            """;

    private static final String LIST = """
            select attachment_id, parts, count(*), max(jwe) filter (where part = 0)
            from attachment_part where referral_id = :referralId and from_node = :fromNode
              and (cast(:only as text) = '' or cast(attachment_id as text) = :only)
            group by attachment_id, parts order by attachment_id
            """;

    private static final String PART = """
            select jwe from attachment_part
            where referral_id = :referralId and from_node = :fromNode
              and attachment_id = :attachment and part = :part
            """;

    private static final String FORGET = """
            delete from attachment_part p
            where p.came_at < :until and not exists
                  (select 1 from referral_standing r
                   where (r.referral_id = p.referral_id and r.wire_id is null
                          or r.wire_id = p.referral_id) and r.from_node = p.from_node)
               or exists (select 1 from referral_standing r
                          where (r.referral_id = p.referral_id and r.wire_id is null
                                 or r.wire_id = p.referral_id) and r.from_node = p.from_node
                            and r.final_at < :until)
            """;

    private final NodeKeys keys;

    HeldAttachments(NodeKeys keys) {
        this.keys = keys;
    }

    /** The referral that attachments came with, and the node that sent them. */
    public record Origin(ReferralId referral, NodeId from) {
        static Origin of(Referral referral) {
            return new Origin(referral.id(), referral.from().node());
        }
    }

    /** A file, put together and checked against its description. */
    public record File(Attachment what, byte[] bytes) {}

    private record Row(UUID attachment, int parts, long here, Attachment what) {
        boolean isComplete() {
            return what != null && here == parts + 1L;
        }

        AttachmentView view() {
            AttachmentState state = isComplete() ? AttachmentState.COMPLETE : AttachmentState.ARRIVING;
            return what == null ? AttachmentView.unknown(attachment, state) : AttachmentView.of(what, state);
        }
    }

    public Uni<Void> keep(Mutiny.Session session, NodeId from, DossierFact.Sealed sealed, PartLabel label) {
        if (sealed.referralId() == null) {
            throw new FactRefused("no-such-part", "an attachment goes with a referral");
        }
        return lock(session, sealed.referralId())
                .chain(() -> session.createNativeQuery(KEEP)
                        .setParameter("referralId", sealed.referralId().value())
                        .setParameter("fromNode", from.value())
                        .setParameter("attachment", label.attachment())
                        .setParameter("part", label.part())
                        .setParameter("parts", label.parts())
                        .setParameter("jwe", sealed.jwe())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * Locks out other parts and the erasure of the referral until the transaction ends: else a part
     * that comes during the erasure would stay.
     */
    public Uni<Void> lock(Mutiny.Session session, ReferralId referral) {
        return session.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext(:referralId))", Integer.class)
                .setParameter("referralId", "attachments " + referral)
                .getSingleResult()
                .replaceWithVoid();
    }

    /** Erases all attachments that came with a referral; the caller holds its {@link #lock}. */
    public Uni<Void> erase(Mutiny.Session session, Origin origin) {
        return session.createNativeQuery(
                        "delete from attachment_part where referral_id = :referralId" + " and from_node = :fromNode")
                .setParameter("referralId", origin.referral().value())
                .setParameter("fromNode", origin.from().value())
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * Erases parts that the erasure of a dossier may not reach: those that came before
     * {@code until} for a referral that never came, and those of a referral that ended before
     * {@code until}.
     */
    public Uni<Void> forget(Mutiny.Session session, Instant until) {
        return session.createNativeQuery(FORGET)
                .setParameter("until", until)
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<List<AttachmentView>> of(Mutiny.Session session, Origin origin) {
        return rows(session, origin, null)
                .map(rows -> rows.stream().map(Row::view).toList());
    }

    /**
     * @param only the attachment that is wanted; null for all
     */
    private Uni<List<Row>> rows(Mutiny.Session session, Origin origin, UUID only) {
        return session.createNativeQuery(LIST, Object[].class)
                .setParameter("referralId", origin.referral().value())
                .setParameter("fromNode", origin.from().value())
                .setParameter("only", only == null ? "" : only.toString())
                .getResultList()
                .map(rows -> rows.stream().map(this::row).toList());
    }

    private Row row(Object[] columns) {
        UUID id = (UUID) columns[0];
        return new Row(
                id,
                ((Number) columns[1]).intValue(),
                ((Number) columns[2]).longValue(),
                describe(id, (String) columns[3]).orElse(null));
    }

    private Optional<Attachment> describe(UUID id, String jwe) {
        if (jwe == null) {
            return Optional.empty();
        }
        try {
            String text = Seal.open(jwe, keys.own());
            return Optional.ofNullable(Json.mapper().readValue(text, Attachment.class))
                    .filter(what -> id.equals(what.attachmentId()));
        } catch (JsonProcessingException | Seal.SealBroken e) {
            return Optional.empty(); // listed as an attachment that is still arriving
        }
    }

    /**
     * @throws ProblemException not found where no part of it has come; 409 where a part is missing, or
     *     where the file differs from its description
     */
    public Uni<File> file(Mutiny.Session session, Origin origin, UUID attachment) {
        return rows(session, origin, attachment).map(HeldAttachments::one).chain(row -> assemble(session, origin, row));
    }

    private static Row one(List<Row> rows) {
        Row row = rows.stream().findFirst().orElseThrow(ProblemException::notFound);
        if (!row.isComplete()) {
            throw ProblemException.conflict("attachment-not-there-yet", row.here(), row.parts() + 1);
        }
        return row;
    }

    private Uni<File> assemble(Mutiny.Session session, Origin origin, Row row) {
        Assembly file = new Assembly(row.what());
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (int part = 1; part <= row.parts(); part++) {
            int number = part;
            chain = chain.chain(() -> part(session, origin, row.attachment(), number))
                    .chain(jwe -> WorkerPool.of(() -> file.add(jwe, keys.own())))
                    .replaceWithVoid();
        }
        return chain.chain(() -> WorkerPool.of(() -> new File(row.what(), file.whole())));
    }

    private static Uni<String> part(Mutiny.Session session, Origin origin, UUID attachment, int part) {
        return session.createNativeQuery(PART, String.class)
                .setParameter("referralId", origin.referral().value())
                .setParameter("fromNode", origin.from().value())
                .setParameter("attachment", attachment)
                .setParameter("part", part)
                .getSingleResult();
    }
}
