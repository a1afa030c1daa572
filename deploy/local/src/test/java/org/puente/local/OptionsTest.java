package org.puente.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void takesOptionsBeforeAndAfterTheCommand() {
        assertThat(Options.parse("--fresh", "restart", "gtm/referral", "--port-offset", "1000"))
                .isEqualTo(new Options(List.of("restart", "gtm/referral"), null, true, false, 1000, null, null));
    }

    @Test
    void showsNoPageToTryTheApiUnlessAskedTo() {
        assertThat(Options.parse("up").swaggerUi()).isFalse();
        assertThat(Options.parse("up", "--swagger-ui").swaggerUi()).isTrue();
    }

    @Test
    void startsAllNodesUnlessSetOtherwise() {
        assertThat(Options.parse("up").nodes()).isNull();
    }

    @Test
    void startsTheNodesThatAreNamed() {
        assertThat(Options.parse("up", "--nodes", "slv,mex").nodes()).containsExactly("slv", "mex");
    }

    @Test
    void sendsTracesWhereItIsTold() {
        assertThat(Options.parse("up", "--traces", "http://127.0.0.1:4318").traces())
                .isEqualTo("http://127.0.0.1:4318");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4318", "127.0.0.1:4318", "http://127.0.0.1:4318/v1/traces"})
    void refusesAReceiverOfTracesThatIsNoAddress(String address) {
        assertThatThrownBy(() -> Options.parse("up", "--traces", address))
                .hasMessageStartingWith("--traces takes an address");
    }

    @Test
    void explainsItselfWithoutACommand() {
        assertThat(Options.parse().command()).isEqualTo("--help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port-ofset", "-v"})
    void refusesAMisspeltOption(String option) {
        assertThatThrownBy(() -> Options.parse("up", option)).hasMessageStartingWith("Unknown option " + option);
    }

    @Test
    void refusesAnOptionWithoutItsValue() {
        assertThatThrownBy(() -> Options.parse("up", "--nodes")).hasMessageStartingWith("No value for --nodes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "-1", "1000000"})
    void refusesAnOffsetThatIsNoNumberOfPorts(String offset) {
        assertThatThrownBy(() -> Options.parse("up", "--port-offset", offset))
                .hasMessageStartingWith("--port-offset takes a whole number");
    }
}
