package org.puente.registry.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.puente.contracts.DirectoryFact.NodePublished;
import org.puente.contracts.Jwk;
import org.puente.contracts.Jwks;
import org.puente.platform.Node;
import org.puente.platform.sealing.NodeKeys;
import org.puente.registry.catalogue.Catalogue.Country;
import org.puente.registry.directory.Directory;
import org.puente.registry.directory.Publishing;

/** The published state of this node, with the keys that other nodes seal to. */
@ApplicationScoped
class OwnNode {
    private final NodeKeys keys;
    private final FirstStart firstStart;
    private final Directory directory;
    private final Publishing publishing;
    private final Node node;
    private final Clock clock;

    OwnNode(NodeKeys keys, FirstStart firstStart, Directory directory, Publishing publishing, Node node, Clock clock) {
        this.keys = keys;
        this.firstStart = firstStart;
        this.directory = directory;
        this.publishing = publishing;
        this.node = node;
        this.clock = clock;
    }

    /**
     * Publishes the node's state if it differs from the last published state.
     *
     * @throws IllegalStateException if there is no key file setting, no JWK Set, another sort of
     *     key, or no such node in the catalogue
     * @throws java.io.UncheckedIOException if a file can't be read
     */
    Uni<Void> publish(Mutiny.Session session) {
        NodePublished now = state(clock.instant());
        return directory
                .find(session, node.id(), now.subject(), NodePublished.class)
                .chain(last -> {
                    if (last == null) {
                        return publishing.publish(session, List.of(now));
                    }
                    return now.equals(since(now.since(), last))
                            ? Uni.createFrom().voidItem()
                            : publishing.publish(
                                    session, List.of(since(Publishing.after(last.since(), now.since()), now)));
                });
    }

    private NodePublished state(Instant since) {
        Country country = firstStart.catalogue().country(node.id());
        return new NodePublished(node.id(), country.country(), country.name(), country.timezone(), jwks(), since);
    }

    private static NodePublished since(Instant since, NodePublished state) {
        return new NodePublished(state.node(), state.country(), state.name(), state.timezone(), state.jwks(), since);
    }

    private Jwks jwks() {
        return new Jwks(
                keys.published().getJsonWebKeys().stream().map(OwnNode::jwk).toList());
    }

    /** Takes only the public part, even if the file holds more. */
    private static Jwk jwk(JsonWebKey key) {
        Map<String, Object> of = key.toParams(OutputControlLevel.PUBLIC_ONLY);
        try {
            return new Jwk(
                    (String) of.get("kty"),
                    (String) of.get("crv"),
                    (String) of.get("x"),
                    (String) of.get("y"),
                    (String) of.get("use"),
                    (String) of.get("alg"),
                    (String) of.get("kid"));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("puente.keys.public: " + e.getMessage(), e);
        }
    }
}
