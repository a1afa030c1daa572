package org.puente.reception.returns.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.puente.platform.json.Json;
import org.puente.reception.RegistrationForm;

/** A person with thousands of returns, or somebody who decides for long, holds up nobody else. */
@QuarkusTest
class ManyCasesTest extends MatchTestBase {
    private static final int CASES = 2_000;

    /** More than the service has connections. */
    private static final int DESKS = 15;

    private static final String AS_ANOTHER_CASE = """
            insert into return_case
            select copy.* from return_case r cross join generate_series(1, %d) n cross join lateral jsonb_populate_record(
                r, jsonb_build_object('case_id', md5(r.case_id || '/' || n), 'status_mark', null,
                                      'match_due', false, 'visit_dossier_due', false)) copy
            where r.case_id = '%s'
            """;

    private final List<String> copied = new ArrayList<>();

    private record Pair(String first, String second) {}

    @AfterEach
    void removeCopies() {
        copied.forEach(id -> execute("delete from return_case copy using return_case original"
                + " where original.case_id = '%s' and copy.person_id = original.person_id".formatted(id)
                + " and copy.case_id <> original.case_id and copy.status_mark is null"));
    }

    private void copy(String caseId) {
        execute(AS_ANOTHER_CASE.formatted(CASES, caseId));
        copied.add(caseId);
    }

    /** Two registrations that may be of one person. */
    private static Pair pair() {
        RegistrationForm form = RegistrationForm.filled();
        return new Pair(
                id(register(form.with("/returnedOn", "'2024-03-01'"))),
                id(register(form.with("/returnedOn", "'2025-03-01'"))));
    }

    /** How many rows of tables a statement reads. */
    private static double rows(String sql) throws SQLException {
        try (Connection connection = databaseConnection();
                Statement statement = connection.createStatement();
                ResultSet plan = statement.executeQuery("explain (analyze, format json) " + sql)) {
            plan.next();
            return rows(Json.read(plan.getString(1), JsonNode.class).get(0).get("Plan"));
        }
    }

    private static double rows(JsonNode node) {
        double own = node.has("Relation Name")
                ? node.path("Actual Rows").asDouble()
                        * node.path("Actual Loops").asDouble()
                : 0;
        for (JsonNode part : node.path("Plans")) {
            own += rows(part);
        }
        return own;
    }

    @Test
    void aPersonsCasesAreReadOnceAndNotOnceForEachOfThem() throws SQLException {
        Pair pair = pair();
        copy(pair.second());
        String person = read(pair.second()).path("personId");

        String sql = JoinedCases.TOGETHER.replace(":ids", "'[\"" + person + "\"]'");

        assertThat(rows(sql)).isBetween(1.0 * CASES, 20.0 * CASES);
    }

    @Test
    void aPersonWithThousandsOfCasesIsDecidedUpon() {
        Pair pair = pair();
        String match = onlyMatch(pair.second());
        copy(pair.first());

        assertThat(decide(pair.second(), match, "same").<Boolean>path("linked")).isTrue();
        assertThat(read(pair.second()).<String>path("personId"))
                .isEqualTo(read(pair.first()).path("personId"));
    }

    @Test
    void whoWaitsForItsTurnToDecideHoldsUpNoRegistration() throws SQLException {
        Pair pair = pair();
        String match = onlyMatch(pair.second());
        try (ExecutorService desks = Executors.newFixedThreadPool(DESKS);
                Connection other = databaseConnection();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtext('puente.reception.decisions'))");
            List<CompletableFuture<Response>> waiting = IntStream.range(0, DESKS)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> decide(pair.second(), match, "same"), desks))
                    .toList();

            id(register(RegistrationForm.filled()));
            assertThat(waiting).allSatisfy(desk -> {
                assertThat(desk.join().statusCode()).isEqualTo(503);
                assertThat(desk.join().header("Retry-After")).isNotBlank();
            });
        }
        assertThat(decide(pair.second(), match, "same").statusCode()).isEqualTo(200);
    }
}
