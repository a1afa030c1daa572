package org.puente.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElsewhereTest {
    @TempDir
    Path directory;

    private Path usual;

    @BeforeEach
    void usual() {
        usual = directory.resolve("usual");
    }

    private Path started(String name, boolean runs) throws IOException {
        Path data = directory.resolve(name);
        Elsewhere.remember(usual, data);
        if (runs) {
            Path pidFile = new Layout(data).launcher();
            Files.createDirectories(pidFile.getParent());
            Child.write(pidFile, ProcessHandle.current(), "TERM");
        }
        return data;
    }

    @Test
    void theUsualPlaceIsMeantWhereNothingRuns() throws IOException {
        started("one", false);
        assertThat(Elsewhere.find(usual)).isEqualTo(usual);
    }

    @Test
    void theRegionThatRunsIsFound() throws IOException {
        started("one", false);
        Path data = started("two", true);
        assertThat(Elsewhere.find(usual)).isEqualTo(data);
    }

    @Test
    void whatRunsInTheUsualPlaceComesFirst() throws IOException {
        started("one", true);
        started("usual", true);
        assertThat(Elsewhere.find(usual)).isEqualTo(usual);
    }

    @Test
    void ofSeveralOneHasToBeNamed() throws IOException {
        Path one = started("one", true);
        started("two", true);
        assertThatThrownBy(() -> Elsewhere.find(usual))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(one.toString());
    }

    @Test
    void aPlaceIsRememberedOnce() throws IOException {
        started("one", true);
        assertThat(Elsewhere.find(usual)).isEqualTo(started("one", true));
    }
}
