package org.puente.local;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/** A table of all servers: process, port, port of health and metrics, health, resident memory. */
final class Status {
    private static final String ROW = "%-18s %9s %6s %6s  %-8s %9s%n";

    private Status() {}

    /**
     * @return whether every server answers
     */
    static boolean print(Setup setup, PrintStream out) {
        Plan plan = Plan.of(Home.find(), setup);
        out.printf(ROW, "server", "process", "port", "/q", "health", "memory");
        boolean allReady = true;
        long total = 0;
        for (Server server : plan.servers()) {
            Optional<Child> child = Child.find(Servers.pidFile(setup.layout().run(), server));
            boolean ready = child.isPresent() && server.ready();
            allReady &= ready;
            long memory = child.map(c -> Memory.resident(c.pid())).orElse(0L);
            total += memory;
            out.printf(
                    ROW,
                    server.name(),
                    child.map(c -> String.valueOf(c.pid())).orElse("-"),
                    server.port(),
                    server instanceof Service service ? service.management() : "-",
                    child.isEmpty() ? "ENDED" : ready ? "ready" : "NOT YET",
                    memory == 0 ? "-" : mebibytes(memory));
        }
        out.printf(ROW, "", "", "", "", "", mebibytes(total));
        return allReady;
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MiB", bytes >> 20);
    }
}
