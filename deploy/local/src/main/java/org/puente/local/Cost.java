package org.puente.local;

import java.time.Duration;

/**
 * What a start costs until the program is ready.
 *
 * @param seconds on the clock
 * @param processor seconds of all its threads
 * @param resident bytes
 */
public record Cost(double seconds, double processor, long resident) {

    /** Of a process that is ready now. */
    static Cost now(long pid, double seconds) {
        Duration processor = ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
        return new Cost(seconds, processor.toMillis() / 1e3, Memory.resident(pid));
    }
}
