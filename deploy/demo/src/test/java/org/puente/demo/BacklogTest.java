package org.puente.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BacklogTest {

    @Test
    void whatWasPutAsideBeforeDoesNotCount() {
        assertThat(new Backlogs.Backlog(0, 3).since(new Backlogs.Backlog(5, 3)).isEmpty())
                .isTrue();
    }

    @Test
    void whatIsPutAsideMeanwhileCounts() {
        assertThat(new Backlogs.Backlog(0, 4).since(new Backlogs.Backlog(0, 3)).deadLetters())
                .isOne();
    }

    @Test
    void whatAnOperatorDiscardsMeanwhileIsNotOwed() {
        assertThat(new Backlogs.Backlog(0, 2).since(new Backlogs.Backlog(0, 3)).isEmpty())
                .isTrue();
    }

    @Test
    void aFirstLookThatFailedDoesNotCount() {
        Backlogs.Backlog silent = new Backlogs.Backlog(Double.NaN, Double.NaN);
        assertThat(new Backlogs.Backlog(0, 0).since(silent).isEmpty()).isTrue();
    }

    @Test
    void aSilentServiceIsNotEmpty() {
        Backlogs.Backlog silent = new Backlogs.Backlog(Double.NaN, Double.NaN);
        assertThat(silent.since(new Backlogs.Backlog(0, 0)).isEmpty()).isFalse();
    }

    @Test
    void aServiceThatTakesARequestAndNeverAnswersIsSilent() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Backlogs.Backlog unknown = Backlogs.read("http://127.0.0.1:" + mute.getLocalPort(), Duration.ofMillis(300));
            assertThat(unknown.isEmpty()).isFalse();
        }
    }
}
