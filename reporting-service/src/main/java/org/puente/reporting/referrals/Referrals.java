package org.puente.reporting.referrals;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ReferralFact;
import org.puente.platform.inbox.Received;
import org.puente.platform.json.Json;

/** The referrals of all nodes: one read and one write for any number of facts. */
@ApplicationScoped
public class Referrals {
    /** Reads key by key: a query plan from when the table was small must not read all of it later. */
    private static final String LOAD = """
            select kept.known
            from json_to_recordset(cast(cast(:keys as text) as json)) as key (id uuid, ends text)
            cross join lateral (
                select known from referral where referral_id = key.id and ends = key.ends limit 1
            ) as kept
            """;

    private static final String UPSERT = """
            insert into referral (referral_id, ends, case_id, known, from_node, from_institution,
                to_node, to_institution, offer_id, priority, dimension, category, issued_at,
                issued_on, answer_by, status, status_at, appointment_at, answered_at, delivered_on, outcome,
                service_level, service_dimension, service_category)
            select "referralId", ends, "caseId", cast(known as text), "fromNode", "fromInstitution",
                "toNode", "toInstitution", "offerId", priority, dimension, category, "issuedAt",
                "issuedOn", "answerBy", status, "statusAt", "appointmentAt", "answeredAt", "deliveredOn", outcome,
                "serviceLevel", "serviceDimension", "serviceCategory"
            from json_to_recordset(cast(convert_from(:rows, 'UTF8') as json)) as
                ("referralId" uuid, ends text, "caseId" uuid, known json, "fromNode" text,
                 "fromInstitution" text, "toNode" text, "toInstitution" text, "offerId" text,
                 priority text, dimension text, category text, "issuedAt" timestamptz,
                 "issuedOn" date, "answerBy" timestamptz, status text, "statusAt" timestamptz,
                 "appointmentAt" timestamptz, "answeredAt" timestamptz, "deliveredOn" date, outcome text,
                 "serviceLevel" text, "serviceDimension" text, "serviceCategory" text)
            on conflict (referral_id, ends) do update set
                case_id = excluded.case_id, known = excluded.known,
                from_node = excluded.from_node, from_institution = excluded.from_institution,
                to_node = excluded.to_node, to_institution = excluded.to_institution,
                offer_id = excluded.offer_id, priority = excluded.priority,
                dimension = excluded.dimension, category = excluded.category,
                issued_at = excluded.issued_at, issued_on = excluded.issued_on,
                answer_by = excluded.answer_by, status = excluded.status,
                status_at = excluded.status_at,
                appointment_at = excluded.appointment_at, answered_at = excluded.answered_at,
                delivered_on = excluded.delivered_on, outcome = excluded.outcome,
                service_level = excluded.service_level,
                service_dimension = excluded.service_dimension,
                service_category = excluded.service_category
            """;

    @ConfigProperty(name = "puente.statistics.zone")
    ZoneId calendar;

    /**
     * Applies the facts of referrals; other facts are skipped. The session must hold the turn of
     * intake: between read and write no other transaction may add to the same referral.
     */
    public Uni<Void> take(Mutiny.Session session, List<Received> facts) {
        Map<ReferralFacts.Key, ReferralFacts> touched = gather(facts);
        if (touched.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(LOAD, String.class)
                .setParameter("keys", Json.write(touched.keySet()))
                .getResultList()
                .invoke(rows -> rows.forEach(row -> add(touched, Json.read(row, ReferralFacts.class))))
                .chain(() -> write(session, touched.values()));
    }

    /** The facts of each referral, put together. */
    static Map<ReferralFacts.Key, ReferralFacts> gather(List<Received> facts) {
        Map<ReferralFacts.Key, ReferralFacts> known = new HashMap<>();
        for (Received received : facts) {
            if (received.fact().orElse(null) instanceof ReferralFact fact) {
                add(known, ReferralFacts.of(received, fact));
            }
        }
        return known;
    }

    private static void add(Map<ReferralFacts.Key, ReferralFacts> known, ReferralFacts more) {
        known.merge(more.key(), more, ReferralFacts::merge);
    }

    private Uni<Void> write(Mutiny.Session session, Collection<ReferralFacts> known) {
        List<ReferralRow> rows = known.stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(ReferralRow.of(one, calendar)), ReferralRow.ofOtherIssue(one, calendar).stream()))
                .toList();
        return session.createNativeQuery(UPSERT)
                .setParameter("rows", Json.bytes(rows))
                .executeUpdate()
                .replaceWithVoid();
    }
}
