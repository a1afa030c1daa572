package org.puente.platform.restore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EpochRowTest {
    private static final EpochTable.Row BEFORE = row("a", false, 5, 7);

    private static EpochTable.Row row(String token, boolean catchingUp, long written, long received) {
        return new EpochTable.Row(token, false, true, catchingUp, written, received);
    }

    @Test
    void aDatabaseThatGoesOnIsTheSame() {
        assertThat(row("a", false, 5, 7).continues(BEFORE)).isTrue();
        assertThat(row("a", false, 6, 9).continues(BEFORE)).isTrue();
    }

    @Test
    void aBackupIsKnownByWhatItHadNotWrittenOrReceivedYet() {
        assertThat(row("a", false, 4, 7).fell(BEFORE)).isTrue();
        assertThat(row("a", false, 5, 6).fell(BEFORE)).isTrue();
        assertThat(row("a", false, 4, 7).continues(BEFORE)).isFalse();
    }

    @Test
    void whoIsNotifiedOfARestoreDoesNotGoOn() {
        assertThat(row("b", true, 5, 7).continues(BEFORE)).isFalse();
        assertThat(row("b", false, 9, 9).continues(BEFORE)).isFalse();
        assertThat(row("b", false, 1, 1).fell(BEFORE)).isFalse(); // another history
    }
}
