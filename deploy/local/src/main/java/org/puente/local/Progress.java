package org.puente.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What whoever waits sees: a line per step, with the seconds since the beginning. */
public final class Progress {
    private final PrintStream out;
    private final Instant beginning;

    public Progress(PrintStream out) {
        this(out, Instant.now());
    }

    Progress(PrintStream out, Instant beginning) {
        this.out = out;
        this.beginning = beginning;
    }

    /** Shows nothing: for tests. */
    public static Progress silent() {
        return new Progress(new PrintStream(PrintStream.nullOutputStream()));
    }

    public void report(String line) {
        out.println(String.format(Locale.ROOT, "%6.1f s  %s", seconds(), line));
    }

    /** Since the beginning. */
    double seconds() {
        return Duration.between(beginning, Instant.now()).toMillis() / 1000.0;
    }
}
