package org.puente.referral.changes;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.Envelope;
import org.puente.contracts.FactType;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Party;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralNote;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.Side;
import org.puente.contracts.Source;
import org.puente.platform.Node;
import org.puente.platform.json.CloudEvent;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.AfterCommit;
import org.puente.platform.persistence.BatchedInserts;
import org.puente.referral.boxes.Box;
import org.puente.referral.referrals.ChangeOrigin;
import org.puente.referral.referrals.Participants;
import org.puente.referral.referrals.RecordedFact;
import org.puente.referral.referrals.Referral;
import org.puente.referral.referrals.ReferralListener;

/** Writes every change of a referral into the change feed, for the institutions of this node that it concerns. */
@ApplicationScoped
@Priority(ReferralListener.CHANGE_FEED)
class ChangeRecorder implements ReferralListener {
    private static final String SERVICE = "referral";

    private static final String INSERT = """
            insert into box_news (referral_id, institution, box, type, status, at, event)
            select "referralId", institution, box, type, status, at, event
            from rows from (json_to_recordset(cast(cast(:rows as text) as json)) as
                 ("referralId" uuid, institution text, box text, type text, status text,
                  at timestamptz, event text)) with ordinality
            order by ordinality
            """;

    private final Node node;
    private final BatchedInserts inserts;
    private final AfterCommit afterCommit;
    private final Runnable grown;

    ChangeRecorder(Node node, BatchedInserts inserts, AfterCommit afterCommit, Event<FeedGrowth> growth) {
        this.node = node;
        this.inserts = inserts;
        this.afterCommit = afterCommit;
        this.grown = () -> growth.fire(new FeedGrowth());
    }

    private record Row(
            ReferralId referralId,
            InstitutionId institution,
            Box box,
            String type,
            ReferralStatus status,
            Instant at,
            String event) {}

    @Override
    public Uni<Void> onChange(Mutiny.Session session, Referral referral, RecordedFact fact, ChangeOrigin origin) {
        return record(session, ReferralChange.of(referral, fact));
    }

    @Override
    public Uni<Void> onNote(Mutiny.Session session, Referral referral, UUID noteId, ReferralNote note) {
        return record(session, ReferralChange.of(referral, noteId, note));
    }

    /** Records the change in the session's transaction, which changes the referral too. */
    private Uni<Void> record(Mutiny.Session session, ReferralChange change) {
        List<Row> rows = new ArrayList<>();
        Participants participants = change.participants();
        if (isHere(participants.to()) && change.concerns(Side.RECIPIENT)) {
            rows.add(row(change, participants.to().institution(), Box.INCOMING));
        }
        if (isHere(participants.from()) && change.concerns(Side.ISSUER)) {
            rows.add(row(change, participants.from().institution(), Box.OUTGOING));
            if (participants.owner() != null) {
                rows.add(row(change, participants.owner(), Box.OUTGOING));
            }
        }
        if (!rows.isEmpty()) {
            afterCommit.add(session, grown);
        }
        return inserts.add(session, INSERT, rows);
    }

    private static String event(ReferralChange change) {
        Party publisher = change.participants().at(change.by());
        Envelope envelope = new Envelope(
                change.factId(),
                new Source(publisher.node(), SERVICE),
                FactType.of(change.fact()),
                change.fact().subject(),
                change.at(),
                null);
        return CloudEvent.json(envelope, Json.write(change.fact()));
    }

    private boolean isHere(Party party) {
        return node.id().equals(party.node());
    }

    private static Row row(ReferralChange change, InstitutionId institution, Box box) {
        return new Row(
                change.referralId(),
                institution,
                box,
                FactType.of(change.fact()).type(),
                change.status(),
                change.at(),
                event(change));
    }
}
