package org.puente.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.platform.Node;

/** As OpenTelemetry's SDK has it. */
class ReceiverTest {
    private static final Optional<String> OF_SPANS = Optional.of("http://spans:4318/v1/traces");
    private static final Optional<String> OF_ALL = Optional.of("http://all:4318");

    @Test
    void theReceiverOfSpansComesFirst() {
        assertThat(Receiver.of(OF_SPANS, OF_ALL)).contains(new Receiver(Receiver.OF_SPANS, OF_SPANS.orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://all:4318", "http://all:4318/", " http://all:4318 "})
    void theReceiverOfAllHasThePathAdded(String address) {
        assertThat(Receiver.ofAll(address).address()).isEqualTo("http://all:4318/v1/traces");
    }

    @Test
    void theReceiverOfSpansAloneIsEnough() {
        assertThat(Receiver.of(OF_SPANS, Optional.empty())).isPresent();
    }

    @Test
    void aBlankAddressIsNone() {
        assertThat(Receiver.of(Optional.of(" "), OF_ALL)).contains(Receiver.ofAll("http://all:4318"));
        assertThat(Receiver.of(Optional.of(""), Optional.empty())).isEmpty();
    }

    @Test
    void nothingIsExportedWhereTheSdkIsSwitchedOff() {
        assertThat(new Tracing(new Node(), OF_SPANS, OF_ALL, true, 1).spans()).isEmpty();
    }
}
