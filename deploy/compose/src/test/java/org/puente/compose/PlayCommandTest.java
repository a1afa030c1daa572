package org.puente.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.puente.local.Home;

class PlayCommandTest {
    @Test
    void playsTwentyPeopleUnlessItIsToldHowMany() {
        assertThat(PlayCommand.parse("play", "--region", "compose").people()).isEqualTo(20);
    }

    @Test
    void playsAsManyAsItIsTold() {
        assertThat(PlayCommand.parse("play", "--people", "50", "--region", "compose")
                        .people())
                .isEqualTo(50);
    }

    @Test
    void refusesToPlayAtAnUnknownRegion() {
        assertThatThrownBy(() -> PlayCommand.parse("play", "--region", "moon"))
                .hasMessageContaining("--region compose");
    }

    @Test
    void refusesToPlayWithoutSecrets(@TempDir Path nothing) {
        assertThatThrownBy(() -> new PlayCommand(20).run(new Home(nothing), System.out))
                .hasMessageContaining("./puente compose up --play");
    }
}
