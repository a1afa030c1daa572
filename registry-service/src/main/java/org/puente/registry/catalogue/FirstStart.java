package org.puente.registry.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.Node;

/**
 * Loads the node's part of the catalogue, once in the life of its database. From then on the
 * institutions' editors decide, also about entries that they removed.
 */
@ApplicationScoped
class FirstStart {
    private final InitialCatalogue initial;
    private final Node node;

    /** A catalogue that replaces the one of this build, for a node that isn't in that one. */
    @ConfigProperty(name = "puente.catalogue")
    Optional<Path> file;

    FirstStart(InitialCatalogue initial, Node node) {
        this.initial = initial;
        this.node = node;
    }

    Catalogue catalogue() {
        return Catalogue.read(file);
    }

    Uni<Void> load(Mutiny.Session session) {
        return session.createNativeQuery("insert into done_once (what) values ('catalogue') on conflict do nothing")
                .executeUpdate()
                .chain(first -> first == 0
                        ? Uni.createFrom().voidItem()
                        : initial.add(session, catalogue().partOf(node.id(), Catalogue.englishNames())));
    }
}
