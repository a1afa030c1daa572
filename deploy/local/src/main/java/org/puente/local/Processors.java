package org.puente.local;

import java.time.Duration;
import java.util.stream.Stream;

/** Processor time of a process and its children. */
final class Processors {
    private Processors() {}

    /** Of all their threads until now; what children that have ended used is not in it. */
    static Duration used(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
