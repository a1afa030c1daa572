package org.puente.referral.box;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.Envelope;
import org.puente.contracts.FactType;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Party;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.Side;
import org.puente.contracts.Source;
import org.puente.platform.BatchedInserts;
import org.puente.platform.CloudEvent;
import org.puente.platform.Json;
import org.puente.platform.Node;

/** Where every change of a referral is noted for the institutions of this node that it concerns. */
@ApplicationScoped
public class Boxes {
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
    private final BatchedInserts gathered;

    Boxes(Node node, BatchedInserts gathered) {
        this.node = node;
        this.gathered = gathered;
    }

    private record Row(
            ReferralId referralId,
            InstitutionId institution,
            Box box,
            String type,
            ReferralStatus status,
            Instant at,
            String event) {}

    /** Notes it in the session's transaction, which is the one that changes the referral. */
    public Uni<Void> note(Mutiny.Session session, ReferralChange news) {
        List<Row> rows = new ArrayList<>();
        ReferralChange.Ends ends = news.ends();
        if (isHere(ends.to()) && news.concerns(Side.RECIPIENT)) {
            rows.add(row(news, ends.to().institution(), Box.INCOMING));
        }
        if (isHere(ends.from()) && news.concerns(Side.ISSUER)) {
            rows.add(row(news, ends.from().institution(), Box.OUTGOING));
            if (ends.owner() != null) {
                rows.add(row(news, ends.owner(), Box.OUTGOING));
            }
        }
        return gathered.add(session, INSERT, rows);
    }

    private static String event(ReferralChange news) {
        Party speaker =
                news.by() == Side.ISSUER ? news.ends().from() : news.ends().to();
        Envelope envelope = new Envelope(
                news.factId(),
                new Source(speaker.node(), SERVICE),
                FactType.of(news.fact()),
                news.fact().subject(),
                news.at(),
                null);
        return CloudEvent.json(envelope, Json.write(news.fact()));
    }

    private boolean isHere(Party end) {
        return node.id().equals(end.node());
    }

    private static Row row(ReferralChange news, InstitutionId institution, Box box) {
        return new Row(
                news.referralId(),
                institution,
                box,
                FactType.of(news.fact()).type(),
                news.status(),
                news.at(),
                event(news));
    }
}
