package org.puente.reception.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.puente.contracts.HelpKind;
import org.puente.contracts.HelpVoidReason;
import org.puente.contracts.ReceptionFact;
import org.puente.platform.testing.Wire;
import org.puente.reception.FlightPeople;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

@QuarkusTest
class HelpTest extends ReceptionTest {
    private final String reference = FlightPeople.newReference();

    @Test
    void helpForAFlightIsPublishedForEachOfItsPeopleButTheExcepted() {
        List<String> people = FlightPeople.register(reference, 4);
        String stranger = FlightPeople.register(FlightPeople.newReference());
        Instant at = Instant.now().minusSeconds(600);

        Response given = help(
                flight("['food', 'hygiene-kit']", "'except': ['%s'], 'occurredAt': '%s'".formatted(people.get(3), at)));

        assertThat(given.statusCode()).as(given.asString()).isEqualTo(201);
        assertThat(given.<Integer>path("people")).isEqualTo(3);
        assertThat(given.<List<String>>path("cases.caseId")).containsExactlyInAnyOrderElementsOf(people.subList(0, 3));
        awaitEmptyOutbox();
        for (String caseId : people.subList(0, 3)) {
            assertThat(given(caseId))
                    .singleElement()
                    .satisfies(fact -> assertThat(fact.kinds()).containsExactly(HelpKind.FOOD, HelpKind.HYGIENE_KIT))
                    .satisfies(fact -> assertThat(fact.occurredAt()).isBefore(fact.recordedAt()))
                    .satisfies(fact -> assertThat(fact.helpId()).hasToString(given.path("helpId")));
        }
        assertThat(given(people.get(3))).isEmpty();
        assertThat(given(stranger)).isEmpty();
    }

    @Test
    void helpForAFlightIsReadWithItsPeople() {
        FlightPeople.register(reference, 2);
        Response given = help(flight("['food']", null));

        Response read = intake().get("/v1/help/" + given.path("helpId"));

        assertThat(read.asString()).isEqualTo(given.asString());
        assertThat(given.header("Location")).endsWith("/v1/help/" + given.path("helpId"));
    }

    @Test
    void helpForOnePersonIsListedInTheCase() {
        String caseId = FlightPeople.register(reference);
        Response given = helpOf(caseId, "{'kinds': ['cash', 'call-home', 'cash']}");
        assertThat(given.statusCode()).as(given.asString()).isEqualTo(201);

        Response list = intake().get("/v1/returns/" + caseId + "/help");

        assertThat(list.<List<String>>path("items.helpId")).containsExactly(given.<String>path("helpId"));
        assertThat(list.<List<String>>path("items[0].kinds")).containsExactly("call-home", "cash");
        assertThat(count("select count(*) from audit where action = 'help.read' and subject = '" + caseId + "'"))
                .isOne();
    }

    @Test
    void theSameRequestUnderTheClientsIdChangesNothingWheneverItComes() {
        List<String> people = FlightPeople.register(reference, 2);
        String body = flight("['food']", "'helpId': '%s'".formatted(UUID.randomUUID()));
        Response first = help(body);
        FlightPeople.register(reference);

        Response again = help(body);

        assertThat(again.statusCode()).as(again.asString()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        awaitEmptyOutbox();
        assertThat(given(people.getFirst())).hasSize(1);
    }

    @Test
    void requestsWithOneIdAtOnceRecordOneEntry() throws Exception {
        String caseId = FlightPeople.register(reference);
        String body = flight("['food']", "'helpId': '%s'".formatted(UUID.randomUUID()));

        Callable<Integer> call = () -> help(body).statusCode();
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> one : threads.invokeAll(List.of(call, call, call, call))) {
                statuses.add(one.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(201, 200, 200, 200);
        awaitEmptyOutbox();
        assertThat(given(caseId)).hasSize(1);
    }

    @Test
    void otherHelpUnderTheSameIdIsRefused() {
        FlightPeople.register(reference);
        String id = "'helpId': '%s'".formatted(UUID.randomUUID());
        help(flight("['food']", id));

        Response other = help(flight("['cash']", id));

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.<String>path("type")).endsWith("help-id-reused");
    }

    @Test
    void twoInstitutionsMayMakeTheSameId() {
        FlightPeople.register(reference);
        String id = UUID.randomUUID().toString();
        help(flight("['food']", "'helpId': '%s'".formatted(id)));
        String other = byOther(id);

        assertThat(other).isEqualTo(id);
    }

    @Test
    void voidedHelpCountsNoMoreAndStaysListedWithTheFirstReason() {
        List<String> people = FlightPeople.register(reference, 2);
        String helpId = help(flight("['food']", null)).path("helpId");

        assertThat(voidOf(people.getFirst(), helpId, "wrong-person")).isEqualTo(204);
        assertThat(voidOf(people.getFirst(), helpId, "duplicate")).isEqualTo(204);

        Response read = intake().get("/v1/help/" + helpId);
        assertThat(read.<Integer>path("people")).isOne();
        assertThat(intake().get("/v1/returns/" + people.getFirst() + "/help").<String>path("items[0].voidReason"))
                .isEqualTo("wrong-person");
        awaitEmptyOutbox();
        assertThat(voided(people.getFirst()))
                .singleElement()
                .satisfies(fact -> assertThat(fact.reason()).isEqualTo(HelpVoidReason.WRONG_PERSON));
        assertThat(voided(people.getLast())).isEmpty();
    }

    @Test
    void helpOfAWholeFlightIsVoidedForThoseForWhomItStillCounts() {
        List<String> people = FlightPeople.register(reference, 3);
        String helpId = help(flight("['food']", null)).path("helpId");
        voidOf(people.getFirst(), helpId, "wrong-person");

        assertThat(intake().delete("/v1/help/" + helpId + "?reason=not-given").statusCode())
                .isEqualTo(204);

        awaitEmptyOutbox();
        assertThat(people.stream().flatMap(caseId -> voided(caseId).stream()))
                .extracting(ReceptionFact.HelpVoided::reason)
                .containsExactlyInAnyOrder(
                        HelpVoidReason.WRONG_PERSON, HelpVoidReason.NOT_GIVEN, HelpVoidReason.NOT_GIVEN);
        assertThat(intake().get("/v1/help/" + helpId).<Integer>path("people")).isZero();
    }

    @Test
    void helpThatWasVoidedStaysVoidedWhenItComesAgain() {
        String caseId = FlightPeople.register(reference);
        String body = flight("['food']", "'helpId': '%s'".formatted(UUID.randomUUID()));
        String helpId = help(body).path("helpId");
        voidOf(caseId, helpId, "not-given");

        assertThat(help(body).<Integer>path("people")).isZero();
    }

    @Test
    void namesTheCodesInBothLanguages() {
        Response codes = intake().get("/v1/help-codes");

        assertThat(codes.<List<String>>path("kinds.code")).hasSize(HelpKind.values().length);
        assertThat(codes.<String>path("kinds.find { it.code == 'food' }.name.es"))
                .isEqualTo("Alimentos");
        assertThat(codes.<List<String>>path("kinds.name.en")).noneMatch(name -> name.startsWith("code-help"));
        assertThat(codes.<List<String>>path("voidReasons.name.es")).noneMatch(name -> name.startsWith("code-help"));
    }

    /** The other institution's person, on a flight of its own. */
    private String byOther(String helpId) {
        by("gtm-other")
                .body(RegistrationForm.filled()
                        .with("/returnedOn", "'" + today() + "'")
                        .with("/receptionPoint", "'gtm-other-desk'")
                        .with("/transport/reference", "'" + reference + "'")
                        .json())
                .post("/v1/returns")
                .then()
                .statusCode(201);
        return by("gtm-other")
                .body(flight("['food']", "'helpId': '%s'".formatted(helpId)).replace("gtm-fag", "gtm-other-desk"))
                .post("/v1/help")
                .path("helpId");
    }

    private String flight(String kinds, String more) {
        return "{'flight': %s, 'kinds': %s%s}"
                .formatted(FlightPeople.json(reference), kinds, more == null ? "" : ", " + more)
                .replace('\'', '"');
    }

    private static Response help(String body) {
        return intake().body(body).post("/v1/help");
    }

    private static Response helpOf(String caseId, String body) {
        return intake().body(body.replace('\'', '"')).post("/v1/returns/" + caseId + "/help");
    }

    private static int voidOf(String caseId, String helpId, String reason) {
        return intake().delete("/v1/returns/" + caseId + "/help/" + helpId + "?reason=" + reason)
                .statusCode();
    }

    private static List<ReceptionFact.HelpGiven> given(String caseId) {
        return Wire.facts(RETURNS, caseId, ReceptionFact.HelpGiven.class);
    }

    private static List<ReceptionFact.HelpVoided> voided(String caseId) {
        return Wire.facts(RETURNS, caseId, ReceptionFact.HelpVoided.class);
    }
}
