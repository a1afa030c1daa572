package org.puente.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A database server that begins with a base backup, and replays the archived log up to where it is to get.
 *
 * @param server on the directory of the backup, with PostgreSQL's settings for recovery
 */
record RestoredPostgres(Postgres server) implements Server {
    @Override
    public String name() {
        return "postgres-restored";
    }

    @Override
    public List<Integer> ports() {
        return server.ports();
    }

    /** Only at the first start: PostgreSQL takes label and signal away when it has recovered. */
    @Override
    public void prepare() {
        Path data = server.data();
        if (Files.exists(data.resolve("backup_label"))) {
            try (Stream<Path> files = Files.walk(data)) {
                Files.createFile(data.resolve("recovery.signal"));
                for (Path file : files.toList()) {
                    Unprivileged.here().own(file);
                }
            } catch (IOException e) {
                throw new Refusal("Could not write to " + data + ": " + e.getMessage(), e);
            }
        }
        server.prepare();
    }

    @Override
    public Launch launch() {
        Launch usual = server.launch();
        return new Launch(
                name(),
                usual.command(),
                usual.environment(),
                usual.log().resolveSibling(name() + ".log"),
                usual.stopSignal());
    }

    @Override
    public boolean ready() {
        return server.ready() && new Databases(server.port()).takeWrites();
    }
}
