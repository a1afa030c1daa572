package org.puente.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BackboneKindTest {
    private static final Map<String, String> GIVEN =
            Map.of("PUENTE_TEST_BACKBONE_KAFKA", "host:9092", "PUENTE_TEST_BACKBONE_DATABASE", "host:5432");

    @Test
    void isProcessesWhereNothingIsAskedFor() {
        assertThat(BackboneKind.chosen(Map.of(), null)).isEqualTo(BackboneKind.PROCESSES);
    }

    @Test
    void isContainersWhereTheyAreAskedFor() {
        assertThat(BackboneKind.chosen(Map.of(), "containers")).isEqualTo(BackboneKind.CONTAINERS);
    }

    @Test
    void addressesThatAreGivenComeFirst() {
        assertThat(BackboneKind.chosen(GIVEN, "containers")).isEqualTo(BackboneKind.GIVEN);
    }

    @Test
    void anotherWordIsRefused() {
        assertThatThrownBy(() -> BackboneKind.chosen(Map.of(), "podman"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("processes or containers, not podman");
    }

    @Test
    void serversOfOthersAreNotEnded() {
        GivenServers given = BackboneKind.given(GIVEN);
        assertThatThrownBy(given::killBroker).hasMessage("These servers were not started here");
    }
}
