package org.puente.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.puente.local.Region;

/**
 * A base backup of a region's database server while it works, and the archive of its log: PostgreSQL's "Making a
 * Base Backup Using the Low Level API", since its binaries of tests have no {@code pg_basebackup}.
 *
 * @param archive where the server archives its log
 * @param files the copy of its directory
 */
record BaseBackup(Region region, Path archive, Path files) {
    private static final Duration SOON = Duration.ofMinutes(1);

    /** What PostgreSQL says to leave out: made anew at each start, or replayed from the archive. */
    private static final Set<String> EMPTY =
            Set.of("pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp");

    /**
     * An empty directory for the archive, which the server may write to, also where it is not our user; what
     * an earlier run has left is gone.
     */
    static Path freshArchive(Path backups) throws IOException {
        if (Files.exists(backups)) {
            try (Stream<Path> earlier = Files.walk(backups)) {
                for (Path file : earlier.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Path archive = Files.createDirectories(backups.resolve("archive"));
        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rwxrwxrwx"));
        return archive;
    }

    /** Settings of a server that archives its log. */
    static Map<String, String> archiving(Path archive) {
        return Map.of("archive_mode", "on", "archive_command", "cp %p " + archive + "/%f");
    }

    /** Settings of a server that recovers from here, to a moment as PostgreSQL writes it. */
    Map<String, String> recoveryTo(String moment) {
        return Map.of(
                "restore_command",
                "cp " + archive + "/%f %p",
                "recovery_target_time",
                moment,
                "recovery_target_action",
                "promote");
    }

    /** Copies a server's directory in one session with the two calls around it. */
    void take(Path data) throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('puente', true)");
            Files.walkFileTree(data, new Copy(data, files));
            try (ResultSet stopped = statement.executeQuery("select labelfile from pg_backup_stop()")) {
                stopped.next();
                Files.writeString(files.resolve("backup_label"), stopped.getString(1));
            }
        }
    }

    /** The server's clock. */
    String now() throws SQLException {
        return text("select clock_timestamp()::text");
    }

    /** Returns when all that was committed until now is in the archive. */
    void archiveAll() throws SQLException {
        String last = text("select pg_walfile_name(pg_switch_wal())");
        await().atMost(SOON)
                .until(() -> text("select coalesce(last_archived_wal, '') from pg_stat_archiver")
                                .compareTo(last)
                        >= 0);
    }

    private String text(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(region.database("postgres"), "postgres", region.password());
    }

    /** Files that vanish meanwhile are no loss: the log brings back what they held. */
    private static final class Copy extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;

        Copy(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            Set<PosixFilePermission> owners = PosixFilePermissions.fromString("rwx------");
            Path copy = Files.createDirectories(to.resolve(from.relativize(directory)));
            Files.setPosixFilePermissions(copy, owners);
            return EMPTY.contains(directory.getFileName().toString())
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!file.getFileName().toString().startsWith("postmaster.")) {
                try {
                    Files.copy(file, to.resolve(from.relativize(file)));
                } catch (NoSuchFileException e) {
                    return FileVisitResult.CONTINUE;
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }
    }
}
