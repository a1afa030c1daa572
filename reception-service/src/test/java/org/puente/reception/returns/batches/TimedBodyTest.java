package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.puente.platform.problems.ProblemException;

class TimedBodyTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void readsWhatComesInTime() throws IOException {
        byte[] text = "a line\n".getBytes(StandardCharsets.UTF_8);

        assertThat(new TimedBody(new ByteArrayInputStream(text), LONG, LONG).readAllBytes())
                .isEqualTo(text);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void endsASilence() throws IOException {
        TimedBody body = new TimedBody(new Silence(), LONG, SHORT);

        assertThatThrownBy(body::read).isInstanceOfSatisfying(ProblemException.class, TimedBodyTest::isSilent);
        assertThat(body.isOver()).isTrue();
        assertThat(body.read()).as("nothing more is read").isEqualTo(-1);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void endsASenderWhoNeverEnds() {
        InputStream drops = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        TimedBody body = new TimedBody(drops, SHORT, LONG);

        assertThatThrownBy(() -> {
                    while (body.read() == 'x') {
                        Thread.onSpinWait();
                    }
                })
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.code()).isEqualTo("batch-too-long"));
    }

    @Test
    void passesOnThatTheClientIsGone() {
        InputStream gone = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("closed");
            }
        };

        assertThatThrownBy(() -> new TimedBody(gone, LONG, LONG).read()).isInstanceOf(IOException.class);
    }

    private static void isSilent(ProblemException e) {
        assertThat(e.code()).isEqualTo("batch-silent");
    }

    /** As the body of a request waits: until it is interrupted. */
    private static final class Silence extends InputStream {
        @Override
        public int read() throws IOException {
            try {
                new CountDownLatch(1).await();
                return -1;
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
        }
    }
}
