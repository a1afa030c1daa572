package org.puente.registry.hsds;

import java.util.UUID;
import org.puente.registry.directory.StableId;
import org.puente.registry.wording.Wording;

/** The region's own taxonomy of services for returned people, in the form of HSDS. */
record Taxonomy(UUID id, String name, String description, String version) {
    static final UUID ID = StableId.ofTaxonomy("reintegration");

    static Taxonomy in(Wording wording) {
        return new Taxonomy(ID, wording.text("taxonomy"), wording.text("taxonomy-about"), "1");
    }
}
