package org.puente.registry.directory;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.util.UUID;
import org.puente.contracts.NodeId;

/**
 * UUIDs computed from names (version 5, RFC 9562 section 5.5), so that the registries of all nodes
 * show the same entry under the same id without any exchange.
 */
public final class StableId {
    /** The namespace of Puente's directory; made once; it must never change. */
    private static final UUID NAMESPACE = UUID.fromString("6d0e2c9a-58c4-4b53-9d47-0f4a7c1e83b2");

    private StableId() {}

    /**
     * The id of an entry of the directory.
     *
     * @param subject e.g. {@code offer/mex-salud}
     */
    public static UUID of(NodeId node, String subject) {
        return named(node + "/" + subject);
    }

    /** The id of a part of an entry, such as its third language. */
    public static UUID of(UUID entry, String part) {
        return named(entry + "/" + part);
    }

    /**
     * The id of a taxonomy. It cannot equal the id of an entry: a node's slug has no capital
     * letter.
     */
    public static UUID ofTaxonomy(String name) {
        return named("Taxonomy/" + name);
    }

    private static UUID named(String name) {
        // A generator has one digest and is not shared, so each call makes its own.
        NameBasedGenerator generator = Generators.nameBasedGenerator(NAMESPACE);
        return generator.generate(name);
    }
}
