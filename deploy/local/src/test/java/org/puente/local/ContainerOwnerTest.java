package org.puente.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContainerOwnerTest {
    private static final ContainerOwner HERE = ContainerOwner.here();

    @Test
    void isReadFromItsLabel() {
        assertThat(ContainerOwner.parse(HERE.text())).isEqualTo(HERE);
    }

    @Test
    void isNotGoneWhileItRuns() {
        assertThat(HERE.isGone()).isFalse();
    }

    @Test
    void isGoneWhereAnotherProcessHasItsPid() {
        assertThat(new ContainerOwner(HERE.host(), HERE.pid(), HERE.startedAt() - 1).isGone())
                .isTrue();
    }

    @Test
    void ofAnotherMachineNothingIsKnown() {
        assertThat(new ContainerOwner("elsewhere", HERE.pid(), 1).isGone()).isFalse();
    }
}
