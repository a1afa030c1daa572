package org.puente.reception.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReceptionPoint;
import org.puente.contracts.SlugId;
import org.puente.platform.Node;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.inbox.Received;
import org.puente.platform.json.Json;

/** Stores the part of the directory that reception needs; the newest state of each entry stands. */
@ApplicationScoped
public class DirectoryIntake {
    private static final String KEEP_NODE = """
            insert into directory_node (id, own, timezone, country, jwks, since)
            values (:id, :own, :timezone, :country, :jwks, :since)
            on conflict (id) do update set timezone = excluded.timezone,
                country = excluded.country, jwks = excluded.jwks, since = excluded.since
            where excluded.since >= directory_node.since
            """;

    private static final String KEEP_INSTITUTION = """
            insert into directory_institution
                (node, id, own, name, status, reception_points, point_names, mandates, updated_at)
            values (:node, :id, :own, :name, :status, :points, :pointNames, :mandates, :updatedAt)
            on conflict (node, id) do update set name = excluded.name, status = excluded.status,
                reception_points = excluded.reception_points,
                point_names = excluded.point_names, mandates = excluded.mandates,
                updated_at = excluded.updated_at
            where excluded.updated_at >= directory_institution.updated_at
            """;

    private static final String KEEP_OFFER = """
            insert into directory_offer
                (node, id, institution, name, category, restricted, phone, updated_at)
            values (:node, :id, :institution, :name, :category, :restricted,
                nullif(:phone, ''), :updatedAt)
            on conflict (node, id) do update set institution = excluded.institution,
                name = excluded.name, category = excluded.category,
                restricted = excluded.restricted, phone = excluded.phone,
                updated_at = excluded.updated_at
            where excluded.updated_at >= directory_offer.updated_at
            """;

    private static final String REMOVE = """
            with removed as (
                delete from directory_offer where node = :node and 'offer/' || id = :subject)
            delete from directory_institution
            where node = :node and 'institution/' || id = :subject
            """;

    private final Node node;

    DirectoryIntake(Node node) {
        this.node = node;
    }

    /**
     * @throws FactRefused if a node publishes an entry of another node, or under ids that cannot be
     *     its own
     */
    public Uni<Void> take(Mutiny.Session session, Received received) {
        NodeId from = received.topic().node();
        return switch (received.fact().orElse(null)) {
            case DirectoryFact.NodePublished entry -> {
                mustSpeakForItself(from, entry.node());
                yield keep(session, entry);
            }
            case DirectoryFact.InstitutionPublished entry -> {
                mustSpeakForItself(from, entry.node(), entry.institution());
                yield keep(session, entry);
            }
            case DirectoryFact.OfferPublished entry -> {
                mustSpeakForItself(from, entry.node(), entry.offerId(), entry.institution());
                yield keep(session, entry);
            }
            case null -> remove(session, from, received.envelope().subject());
            default -> Uni.createFrom().voidItem(); // reception does not use capacity
        };
    }

    /**
     * An entry is stored under the node that publishes it, and is looked up by the node that a
     * person was referred to. So another node cannot replace it by publishing the same ids.
     */
    private static void mustSpeakForItself(NodeId source, NodeId entry, SlugId... ids) {
        if (!source.equals(entry) || !Stream.of(ids).allMatch(source::mayOwn)) {
            throw new FactRefused("foreign-entry", source + " cannot publish for another");
        }
    }

    private Uni<Void> keep(Mutiny.Session session, DirectoryFact.NodePublished entry) {
        if (!ZoneId.getAvailableZoneIds().contains(entry.timezone())) {
            throw new FactRefused("unknown-timezone", "the node's time zone is not known here");
        }
        return session.createNativeQuery(KEEP_NODE)
                .setParameter("id", entry.node().value())
                .setParameter("own", isOwn(entry.node()))
                .setParameter("timezone", entry.timezone())
                .setParameter("country", entry.country())
                .setParameter("jwks", Json.write(entry.jwks()))
                .setParameter("since", entry.since())
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<Void> keep(Mutiny.Session session, DirectoryFact.InstitutionPublished entry) {
        return session.createNativeQuery(KEEP_INSTITUTION)
                .setParameter("node", entry.node().value())
                .setParameter("id", entry.institution().value())
                .setParameter("own", isOwn(entry.node()))
                .setParameter("name", entry.name())
                .setParameter("status", entry.status().code())
                .setParameter(
                        "points",
                        Json.write(entry.receptionPoints().stream()
                                .map(ReceptionPoint::id)
                                .toList()))
                .setParameter("pointNames", Json.write(pointNames(entry)))
                .setParameter("mandates", Json.write(entry.does()))
                .setParameter("updatedAt", entry.updatedAt())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Names by id; of two points of one id the first counts. */
    private static Map<String, String> pointNames(DirectoryFact.InstitutionPublished entry) {
        return entry.receptionPoints().stream()
                .collect(Collectors.toMap(
                        point -> point.id().value(), ReceptionPoint::name, (first, second) -> first, TreeMap::new));
    }

    private static Uni<Void> keep(Mutiny.Session session, DirectoryFact.OfferPublished entry) {
        return session.createNativeQuery(KEEP_OFFER)
                .setParameter("node", entry.node().value())
                .setParameter("id", entry.offerId().value())
                .setParameter("institution", entry.institution().value())
                .setParameter("name", Json.write(entry.name()))
                .setParameter("category", entry.category())
                .setParameter("restricted", entry.restricted())
                .setParameter("phone", phone(entry))
                .setParameter("updatedAt", entry.updatedAt())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Empty if no phone is public. */
    private static String phone(DirectoryFact.OfferPublished entry) {
        return entry.contact() == null || entry.contact().phone() == null
                ? ""
                : entry.contact().phone();
    }

    private static Uni<Void> remove(Mutiny.Session session, NodeId from, String subject) {
        return session.createNativeQuery(REMOVE)
                .setParameter("node", from.value())
                .setParameter("subject", subject)
                .executeUpdate()
                .replaceWithVoid();
    }

    private boolean isOwn(NodeId of) {
        return node.id().equals(of);
    }
}
