package org.puente.local;

import java.io.IOException;

/** Sends a signal; Java itself knows only two. */
final class Signal {
    private Signal() {}

    /** A process that has ended meanwhile is no error. */
    static void send(String signal, long pid) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid + " 2>/dev/null")
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
