package org.puente.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL server, from its binaries. It refuses to run as root, so root runs it without its
 * rights: in a user namespace, or where those are forbidden as nobody.
 *
 * @param archives holds the binaries of this platform, packed; they are unpacked beside it
 * @param data its directory; kept between runs
 * @param durable whether a commit waits for the disk; tests needn't
 * @param added settings besides ours
 */
record Postgres(Path archives, Path data, Path logs, int port, boolean durable, Map<String, String> added)
        implements Server {

    /** How initdb is to make texts be written and sorted, the same on every system. */
    static final List<String> ENCODING =
            List.of("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public List<Integer> ports() {
        return List.of(port);
    }

    @Override
    public void prepare() {
        try {
            unpack();
            if (Files.exists(data.resolve("PG_VERSION"))) {
                return;
            }
            Files.createDirectories(data);
            Unprivileged user = Unprivileged.here();
            user.own(data);
            Path password = Files.createTempFile(logs, "pg", null);
            Files.writeString(password, Secrets.PASSWORD);
            user.own(password);
            List<String> initdb = new ArrayList<>(user.prefix());
            initdb.add(program("initdb"));
            initdb.addAll(List.of("-D", data.toString(), "-U", "postgres"));
            initdb.addAll(List.of("-A", "scram-sha-256", "--pwfile", password.toString()));
            initdb.addAll(ENCODING);
            initdb.add("--no-sync");
            Command.run(initdb, "make PostgreSQL's directory");
            Files.delete(password);
        } catch (IOException e) {
            throw new Refusal("Could not write to " + data + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Launch launch() {
        List<String> command = new ArrayList<>(Unprivileged.here().prefix());
        command.addAll(List.of(program("postgres"), "-D", data.toString()));
        command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "port=" + port));
        command.addAll(List.of("-c", "unix_socket_directories="));
        settings(durable).forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        added.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        // SIGINT is its "fast" shutdown: it doesn't wait for clients to leave.
        return new Launch(name(), command, Map.of(), logs.resolve("postgres.log"), "INT");
    }

    @Override
    public boolean ready() {
        return Ports.answers(port) && new Databases(port).answer();
    }

    /** The same wherever it runs. */
    static Map<String, Object> settings(boolean durable) {
        return Map.of(
                "max_connections",
                400,
                "shared_buffers",
                "64MB",
                "fsync",
                durable,
                "synchronous_commit",
                durable,
                "timezone",
                "UTC",
                "log_timezone",
                "UTC");
    }

    private String program(String name) {
        return unpacked().resolve("bin").resolve(name).toString();
    }

    private Path unpacked() {
        return archives.resolve("unpacked");
    }

    private void unpack() throws IOException {
        if (Files.exists(unpacked())) {
            return;
        }
        Path partial = Files.createTempDirectory(archives, "unpacking");
        Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (Stream<Path> files = Files.list(archives)) {
            Path archive = files.filter(f -> f.toString().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new Refusal("No PostgreSQL in " + archives));
            try (InputStream in = new BufferedInputStream(Files.newInputStream(archive));
                    TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
                for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
                    UnpackedEntry.write(e, tar, "", e.getName(), partial);
                }
            }
        }
        Trees.settle(partial, unpacked());
    }
}
