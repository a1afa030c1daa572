package org.puente.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupTest {

    @Test
    void keepsTheNodesInTheOrderOfTheirPorts(@TempDir Path data) {
        assertThat(Setup.all(data).withNodes("mex", "slv").nodes()).containsExactly("slv", "mex");
    }

    @Test
    void refusesANodeThatDoesNotExist(@TempDir Path data) {
        assertThatThrownBy(() -> Setup.all(data).withNodes("usa"))
                .hasMessage("There is no node usa; there are [slv, gtm, hnd, mex]");
    }

    @Test
    void isFoundAgainByAnotherRun(@TempDir Path data) throws IOException {
        Setup setup = Setup.all(data).withNodes("gtm").withPortOffset(1000);
        setup.layout().create();
        setup.write();
        assertThat(Setup.read(data)).contains(setup);
    }

    @Test
    void isAbsentWhereNothingWasStarted(@TempDir Path data) {
        assertThat(Setup.read(data)).isEmpty();
    }
}
