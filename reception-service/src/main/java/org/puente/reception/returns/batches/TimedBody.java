package org.puente.reception.returns.batches;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/**
 * A body that has a longest time in all, and a longest silence: who sends drop by drop, or nothing, does not hold the
 * place of a batch. It is read by one thread, which is interrupted when its time is over. Afterwards the body is at its
 * end.
 */
final class TimedBody extends FilterInputStream {
    private final long ends;
    private final Duration longest;
    private final Duration longestSilence;
    private Thread reader;
    private boolean expired;
    private volatile boolean over;

    TimedBody(InputStream body, Duration longest, Duration longestSilence) {
        super(body);
        this.longest = longest;
        this.longestSilence = longestSilence;
        this.ends = System.nanoTime() + longest.toNanos();
    }

    /** Whether not all was read, since the time was over. */
    boolean isOver() {
        return over;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /**
     * @throws ProblemException too slow, once, if the time is over
     */
    @Override
    public int read(byte[] to, int from, int most) throws IOException {
        if (over) {
            return -1;
        }
        long left = ends - System.nanoTime();
        if (left <= 0) {
            throw tooLong();
        }
        boolean isLast = left < longestSilence.toNanos();
        Future<?> timer = begin(Math.min(left, longestSilence.toNanos()));
        try {
            return super.read(to, from, most);
        } catch (IOException e) {
            if (!isExpired()) {
                throw e;
            }
            throw isLast ? tooLong() : silent();
        } finally {
            end(timer);
        }
    }

    private synchronized Future<?> begin(long nanos) {
        reader = Thread.currentThread();
        return Infrastructure.getDefaultWorkerPool().schedule(this::expire, nanos, TimeUnit.NANOSECONDS);
    }

    private synchronized void expire() {
        if (reader != null) {
            expired = true;
            reader.interrupt();
        }
    }

    private synchronized boolean isExpired() {
        return expired;
    }

    /** The interruption may have come when the read was over: then it must not end what comes next. */
    private synchronized void end(Future<?> timer) {
        timer.cancel(false);
        reader = null;
        if (expired) {
            Thread.interrupted();
            expired = false;
        }
    }

    private ProblemException silent() {
        over = true;
        return ProblemException.of(ProblemKind.TOO_SLOW, "batch-silent", longestSilence.toSeconds());
    }

    private ProblemException tooLong() {
        over = true;
        return ProblemException.of(ProblemKind.TOO_SLOW, "batch-too-long", longest.toMinutes());
    }
}
