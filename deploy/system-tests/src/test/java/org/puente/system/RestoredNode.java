package org.puente.system;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.puente.demo.Institutions;
import org.puente.kafka.ServiceNames;
import org.puente.local.Region;

/**
 * Guatemala's databases, restored from a base backup and the archived log to a moment before the last facts, as
 * docs/operating.md says ("After a restore"): its services are stopped, each database is told, they start again.
 */
record RestoredNode(Region region, ReceptionClient desk, Institutions institutions, Path archive) {
    private static final Duration SOON = Duration.ofMinutes(2);

    /**
     * @param before issued before the moment, answered after it
     * @param since issued after the moment
     * @param inTheBackup of these two, those that the restored database had before Guatemala started on it
     * @param atGuatemala their statuses there in the end
     * @param atHonduras their statuses there in the end
     * @param afterwards the status at Honduras of a referral that was issued after the restore
     */
    record Outcome(
            String before,
            String since,
            List<String> inTheBackup,
            List<String> atGuatemala,
            List<String> atHonduras,
            String afterwards) {}

    Outcome restoreToAMomentBeforeTheLastFacts(LocalDate returnedOn) throws SQLException, IOException {
        BaseBackup backup = new BaseBackup(region, archive, archive.resolveSibling("base-backup"));
        backup.take(region.setup().data().resolve("postgres"));
        String before = refer("backup-1", returnedOn);
        awaitBothSay("acknowledged", before);
        String moment = backup.now();
        String since = refer("backup-2", returnedOn);
        Stream.of(before, since).forEach(this::accept);
        awaitBothSay("accepted", before, since);
        backup.archiveAll();

        atOnce(service -> region.stop("gtm/" + service));
        region.restore("gtm", backup.files(), backup.recoveryTo(moment));
        List<String> inTheBackup = known(before, since);
        for (String service : ServiceNames.OF_NODE) {
            run("gtm_" + service, "select puente_restored()");
        }
        atOnce(service -> region.start("gtm/" + service));

        awaitBothSay("accepted", before, since);
        String afterwards = refer("backup-3", returnedOn);
        awaitBothSay("acknowledged", afterwards);
        return new Outcome(
                before,
                since,
                inTheBackup,
                statuses("gtm", before, since),
                statuses("hnd", before, since),
                status("hnd", afterwards));
    }

    private static void atOnce(Consumer<String> work) {
        try (ExecutorService each = Executors.newFixedThreadPool(ServiceNames.OF_NODE.size())) {
            CompletableFuture.allOf(ServiceNames.OF_NODE.stream()
                            .map(service -> CompletableFuture.runAsync(() -> work.accept(service), each))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    /** Until the desk may write again, if it may not. */
    private String refer(String name, LocalDate returnedOn) {
        JsonNode registered = await().atMost(SOON)
                .until(() -> desk.registerHonduran(name, returnedOn), answer -> answer.hasNonNull("caseId"));
        String order = """
                {"caseId": "%s", "consentId": "%s", "offerId": "hnd-reinsercion",
                 "need": {"dimension": "social", "category": "one-stop-desk", "urgency": "normal"}}
                """.formatted(
                registered.path("caseId").asText(), registered.path("consentId").asText());
        return await().atMost(SOON)
                .until(
                        () -> institutions
                                .system("gtm-igm")
                                .post(region.service("gtm/referral") + "/v1/referrals", order)
                                .body()
                                .path("referralId")
                                .asText(),
                        id -> !id.isEmpty());
    }

    private void accept(String referral) {
        await().atMost(SOON)
                .until(() -> institutions
                        .system("hnd-sreci")
                        .post(address("hnd", referral) + "/facts", "{\"type\": \"accepted\"}")
                        .ok());
    }

    private void awaitBothSay(String status, String... referrals) {
        await().atMost(SOON)
                .until(() -> Stream.of("gtm", "hnd")
                        .flatMap(node -> statuses(node, referrals).stream())
                        .allMatch(status::equals));
    }

    private List<String> statuses(String node, String... referrals) {
        return Stream.of(referrals).map(referral -> status(node, referral)).toList();
    }

    private String status(String node, String referral) {
        return institutions.status(node, node.equals("gtm") ? "gtm-igm" : "hnd-sreci", referral);
    }

    private String address(String node, String referral) {
        return region.service(node + "/referral") + "/v1/referrals/" + referral;
    }

    private List<String> known(String... referrals) throws SQLException {
        List<String> known = new ArrayList<>();
        try (Connection connection = connect("gtm_referral");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select referral_id::text from referral where referral_id in ('"
                        + String.join("', '", referrals) + "')")) {
            while (rows.next()) {
                known.add(rows.getString(1));
            }
        }
        return known;
    }

    private void run(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(region.database(database), "postgres", region.password());
    }
}
