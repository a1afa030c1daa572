package org.puente.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.puente.local.Region;

/** The database server's log, while it logs every statement. */
final class ServerLog {
    private static final int TRIES = 50;

    private ServerLog() {}

    /**
     * Records the first transaction of the kind that the work makes the server run.
     *
     * @param did what stands in a statement of the transaction
     * @param work is done again until it is seen
     */
    static List<Recording.Statement> record(Region region, String did, Runnable work) {
        Database admin = Database.admin(region);
        Path log = region.setup().data().resolve("logs").resolve("postgres.log");
        long begin = length(log);
        admin.run("alter system set log_statement = 'all'", "select pg_reload_conf()");
        try {
            for (int i = 0; i < TRIES; i++) {
                work.run();
                Optional<List<Recording.Statement>> seen = Recording.of(since(log, begin), did);
                if (seen.isPresent()) {
                    return seen.get();
                }
            }
        } finally {
            admin.run("alter system reset log_statement", "select pg_reload_conf()");
        }
        throw new IllegalStateException("The database server's log shows no '" + did + "'");
    }

    private static long length(Path log) {
        try {
            return Files.size(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String since(Path log, long begin) {
        try {
            byte[] all = Files.readAllBytes(log);
            byte[] tail = Arrays.copyOfRange(all, (int) begin, all.length);
            return new String(tail, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
