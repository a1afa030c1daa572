package org.puente.local;

import java.util.List;
import java.util.stream.Stream;

/** Arguments of Java for many programs on a small machine. */
final class SmallJava {
    private static final int FIRST_WITH_COMPACT_HEADERS = 25;

    private SmallJava() {}

    /**
     * Without the optimising compiler a program is ready with half the work and takes less memory;
     * what it does here is waiting for others most of the time. Compact headers (JEP 519) make most
     * objects smaller.
     *
     * @param others of the program itself
     */
    static List<String> with(String... others) {
        Stream<String> common = Stream.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        Stream<String> compact = Runtime.version().feature() >= FIRST_WITH_COMPACT_HEADERS
                ? Stream.of("-XX:+UseCompactObjectHeaders")
                : Stream.empty();
        return Stream.of(common, compact, Stream.of(others)).flatMap(all -> all).toList();
    }
}
