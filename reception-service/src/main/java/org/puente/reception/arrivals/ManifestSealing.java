package org.puente.reception.arrivals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.puente.contracts.ArrivalFact.ManifestSealed;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.InstitutionId;
import org.puente.platform.Node;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.json.Json;
import org.puente.platform.outbox.Outgoing;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Seal;
import org.puente.reception.directory.ReceivingPoints.Point;

/** Seals manifests to the node that receives, in parts, and opens those that were sealed to this one. */
@ApplicationScoped
class ManifestSealing {
    /** A later release may say more: what this one does not know is passed over. */
    private static final ObjectReader READER =
            Json.mapper().readerFor(ManifestPart.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Node node;
    private final NodeKeys keys;
    private final Validator validator;

    ManifestSealing(Node node, NodeKeys keys, Validator validator) {
        this.node = node;
        this.keys = keys;
        this.validator = validator;
    }

    /** The facts of a version: at least one part, so that the receiver knows of an arrival without a manifest too. */
    List<Outgoing> parts(
            ArrivalId id,
            InstitutionId institution,
            int version,
            Announcement announcement,
            List<ManifestPerson> people,
            Point point,
            Instant at) {
        JsonWebKey key = keyOf(point);
        int parts = Math.max(1, (people.size() + ManifestPart.PEOPLE - 1) / ManifestPart.PEOPLE);
        return IntStream.rangeClosed(1, parts)
                .mapToObj(part ->
                        new ManifestPart(id, institution, version, part, parts, announcement, some(people, part)))
                .map(part -> sealed(part, point, key, at))
                .map(fact -> Outgoing.to(point.node(), fact, at))
                .toList();
    }

    private static List<ManifestPerson> some(List<ManifestPerson> people, int part) {
        int from = (part - 1) * ManifestPart.PEOPLE;
        return people.subList(from, Math.min(people.size(), from + ManifestPart.PEOPLE));
    }

    /** The own key is in its file: the directory may not have brought it back yet. */
    private JsonWebKey keyOf(Point point) {
        return point.node().equals(node.id())
                ? Seal.newest(keys.published())
                : point.key().orElseThrow(() -> keyMissing(point));
    }

    private static ManifestSealed sealed(ManifestPart part, Point point, JsonWebKey key, Instant at) {
        try {
            return new ManifestSealed(
                    part.arrivalId(),
                    part.institution(),
                    at,
                    point.node(),
                    part.version(),
                    part.part(),
                    part.parts(),
                    key.getKeyId(),
                    Seal.seal(Json.write(part), key));
        } catch (Seal.KeyUnusable e) {
            throw keyMissing(point);
        }
    }

    private static ProblemException keyMissing(Point point) {
        return ProblemException.of(ProblemKind.UNAVAILABLE, "node-key-missing", point.node())
                .retryAfter(60);
    }

    /**
     * @throws FactRefused if it cannot be opened here, is none, or is another one than it says outside
     */
    ManifestPart open(ManifestSealed sealed) {
        JsonWebKeySet own = keys.own(); // a key file that cannot be read is no fault of the manifest
        ManifestPart part;
        try {
            part = READER.readValue(Seal.open(sealed.jwe(), own));
        } catch (Seal.SealBroken e) {
            throw new FactRefused("seal-broken", "the manifest is sealed to no key of this node");
        } catch (JsonProcessingException | RuntimeException e) {
            throw new FactRefused("manifest-unreadable", "what is sealed is no manifest"); // the cause quotes people
        }
        if (part == null || !validator.validate(part).isEmpty() || !hasEntries(part)) {
            throw new FactRefused("manifest-unreadable", "what is sealed breaks the form of a manifest");
        }
        if (!part.isOf(sealed)) {
            throw new FactRefused("foreign-manifest", "what is sealed is of another arrival, version or part");
        }
        return part;
    }

    /** Each person has an entry of their own. */
    private static boolean hasEntries(ManifestPart part) {
        return part.people().stream()
                        .map(ManifestPerson::entry)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()
                == part.people().size();
    }
}
