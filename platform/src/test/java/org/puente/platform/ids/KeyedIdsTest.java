package org.puente.platform.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeyedIdsTest {
    private static final String SECRET = "a-secret-of-a-node";
    private final KeyedIds ids = new KeyedIds(SECRET);

    @Test
    void comeOutTheSameAgain() {
        assertThat(ids.of("plan", "a", 1)).isEqualTo(new KeyedIds(SECRET).of("plan", "a", 1));
    }

    @Test
    void areForeseenByNobodyWithoutTheSecret() {
        assertThat(ids.of("plan", "a")).isNotEqualTo(new KeyedIds(SECRET + "s").of("plan", "a"));
    }

    @Test
    void areOthersForOtherThings() {
        assertThat(ids.of("plan", "ab", "c")).isNotEqualTo(ids.of("plan", "a", "bc"));
        assertThat(ids.of("plan", "a")).isNotEqualTo(ids.of("note", "a"));
    }

    @Test
    void areUuidsOfTheVersionForOnesOwnUse() {
        UUID id = ids.of("plan", "a");
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void wantASecret() {
        assertThatThrownBy(() -> new KeyedIds("short")).isInstanceOf(IllegalArgumentException.class);
    }
}
