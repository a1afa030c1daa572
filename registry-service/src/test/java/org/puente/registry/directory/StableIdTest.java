package org.puente.registry.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.NodeId;

class StableIdTest {
    private static final NodeId MEX = new NodeId("mex");

    @Test
    void isTheSameWhereverAndWheneverItIsAsked() {
        assertThat(StableId.of(MEX, "offer/mex-salud"))
                .isEqualTo(UUID.fromString("fd849232-f505-5e97-adb9-847211e99951"));
    }

    @Test
    void isOfVersionFive() {
        assertThat(StableId.of(MEX, "offer/mex-salud").version()).isEqualTo(5);
    }

    @Test
    void distinguishesAnOfferFromAnInstitutionOfTheSameSlug() {
        assertThat(StableId.of(MEX, "offer/mex-salud")).isNotEqualTo(StableId.of(MEX, "institution/mex-salud"));
    }
}
