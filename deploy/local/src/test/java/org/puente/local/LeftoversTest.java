package org.puente.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    @TempDir
    Path data;

    /** Without services: they are built after this module. */
    private Region region() {
        Setup setup = Setup.all(data).withPortOffset(7_000).withServices();
        return Region.prepare(setup, true, new Progress(new PrintStream(OutputStream.nullOutputStream())));
    }

    @Test
    void aRegionIsRefusedWhereAnotherRuns() {
        try (Region first = region()) {
            assertThatThrownBy(this::region).hasMessageContaining("running already");
        }
    }

    @Test
    void aProcessWhoseRegionHasEndedMayStartAnother() {
        region().close();
        region().close();
    }
}
