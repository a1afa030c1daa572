package org.puente.reporting.reception;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.CaseId;
import org.puente.contracts.Fact;
import org.puente.contracts.HelpId;
import org.puente.contracts.HelpKind;
import org.puente.contracts.HelpVoidReason;
import org.puente.contracts.ReceptionFact;
import org.puente.contracts.ReceptionPointId;
import org.puente.contracts.ReturnFact;
import org.puente.contracts.Transport;
import org.puente.contracts.TransportMode;
import org.puente.platform.testing.Tokens;
import org.puente.reporting.Figures;
import org.puente.reporting.Region;
import org.puente.reporting.Samples;

/** Each test has a year of its own. */
@QuarkusTest
class ReceptionSliceTest {
    private static final int PEOPLE = 10;
    private static final String POINT = "gtm-fag";
    private static final Map<Integer, ArrivalId> ARRIVALS = new ConcurrentHashMap<>();

    private final List<Fact> facts = new ArrayList<>();
    private final List<CaseId> people = new ArrayList<>();

    @Test
    void showsHowLongPeopleWaitedFromLanding() {
        Instant landed = flight(2061, 100);
        for (int i = 0; i < PEOPLE; i++) {
            facts.add(left(people.get(i), 1, landed.plus(Duration.ofMinutes(100 + i))));
        }
        publishInAnyOrder();

        becomes("registration-time-median", 2061, "", Map.of("", 5.5));
        becomes("registration-time-p90", 2061, "", Map.of("", 9.1));
        becomes("reception-time-median", 2061, "node", Map.of("gtm", 104.5));
        becomes("reception-time-p90", 2061, "receptionPoint", Map.of(POINT, 108.1));
    }

    @Test
    void leavesOutWhoseLandingOrLeavingIsNotKnownOrWasTakenBack() {
        Instant landed = flight(2062, 100);
        for (int i = 0; i < PEOPLE; i++) {
            facts.add(left(people.get(i), 1, landed.plus(Duration.ofMinutes(i < 5 ? 60 : 600))));
        }
        for (int i = 5; i < PEOPLE; i++) {
            facts.add(left(people.get(i), 2, null));
        }
        publishInAnyOrder();

        becomes("reception-time-median", 2062, "", Map.of("", 60));
    }

    @Test
    void aLandingThatWasTakenBackGivesNoFigure() {
        Instant landed = flight(2063, 100);
        becomesAfterPublishing("registration-time-median", 2063, Map.of("", 5.5));
        facts.clear();
        facts.add(landing(2063, 2, null));
        publishInAnyOrder();

        becomes("registration-time-median", 2063, "", Map.of());
        assertThat(landed).isNotNull();
    }

    @Test
    void whoWasRegisteredBeforeLandingWaitedForNothing() {
        flight(2064, -100);
        becomesAfterPublishing("registration-time-median", 2064, Map.of("", 0));
    }

    @Test
    void countsHelpByKindWithoutWhatWasVoided() {
        flight(2065, 100);
        HelpId all = new HelpId(UUID.randomUUID());
        HelpId wrong = new HelpId(UUID.randomUUID());
        for (CaseId person : people) {
            facts.add(help(person, all, 2065, HelpKind.FOOD, HelpKind.CALL_HOME));
            facts.add(help(person, wrong, 2065, HelpKind.FOOD));
            facts.add(
                    new ReceptionFact.HelpVoided(person, wrong, Samples.IGM, Instant.now(), HelpVoidReason.DUPLICATE));
        }
        publishInAnyOrder();

        becomes("help", 2065, "kind", Map.of("food", PEOPLE, "call-home", PEOPLE));
        becomes("help", 2065, "receptionPoint,sex", Map.of(POINT + " F", 2 * PEOPLE));
    }

    @Test
    void withholdsHelpThatFewPeopleGotHoweverOftenTheyGotIt() {
        flight(2066, 100);
        for (int i = 0; i < PEOPLE; i++) {
            facts.add(help(people.get(i % 2), new HelpId(UUID.randomUUID()), 2066, HelpKind.CASH));
            facts.add(help(people.get(i), new HelpId(UUID.randomUUID()), 2066, HelpKind.FOOD));
        }
        publishInAnyOrder();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Figures.cells("help", "2066", "kind"))
                        .containsEntry("food", PEOPLE)
                        .containsEntry("cash", null));
    }

    @Test
    void withholdsTimesOfFewPeople() {
        flight(2067, 100);
        facts.removeIf(
                fact -> fact instanceof ReturnFact.Registered registered && people.indexOf(registered.caseId()) >= 4);
        publishInAnyOrder();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Figures.read("registration-time-median", "2067", "")
                                .getList("rows.suppressed"))
                        .containsExactly(true));
    }

    @Test
    void anotherNodeVoidsNoHelpAndMovesNoTime() {
        flight(2068, 100);
        HelpId all = new HelpId(UUID.randomUUID());
        people.forEach(person -> facts.add(help(person, all, 2068, HelpKind.FOOD)));
        List<Region.Record> lies = new ArrayList<>();
        lies.add(Region.record("hnd", landing(2068, 99, landed(2068).minusSeconds(3600))));
        people.forEach(person -> lies.add(Region.record(
                "hnd", new ReceptionFact.HelpVoided(person, all, Samples.IGM, Instant.now(), HelpVoidReason.OTHER))));
        Region.publish(lies);
        people.forEach(person -> await().atMost(Duration.ofSeconds(60)).until(() -> hasCome("hnd", person)));
        publishInAnyOrder();

        becomes("help", 2068, "kind", Map.of("food", PEOPLE));
        becomes("registration-time-median", 2068, "", Map.of("", 5.5));
    }

    /** A flight of ten people; the n-th is registered n minutes after (or before) landing. Gives its landing. */
    private Instant flight(int year, int direction) {
        Instant landed = landed(year);
        facts.add(landing(year, 1, landed));
        for (int i = 1; i <= PEOPLE; i++) {
            CaseId id = new CaseId(UUID.randomUUID());
            people.add(id);
            facts.add(Samples.registered(
                    id, day(year), reference(year), landed.plusSeconds(60L * i * (direction / 100))));
        }
        return landed;
    }

    /** Whether something of a person that a node published is in the log. */
    private static boolean hasCome(String node, CaseId person) {
        return given().auth()
                .oauth2(Tokens.region("operator"))
                .get("/v1/events?caseId=" + person)
                .asString()
                .contains("\"source\":\"/" + node + "/");
    }

    private static Instant landed(int year) {
        return day(year).atTime(15, 0).toInstant(ZoneOffset.UTC);
    }

    private static LocalDate day(int year) {
        return LocalDate.of(year, 5, 5);
    }

    private static String reference(int year) {
        return "WQ-" + year;
    }

    private static ReceptionFact.ArrivalTimed landing(int year, int version, Instant landedAt) {
        return new ReceptionFact.ArrivalTimed(
                ARRIVALS.computeIfAbsent(year, first -> new ArrivalId(UUID.randomUUID())),
                Samples.IGM,
                Instant.now(),
                version,
                new ReceptionPointId(POINT),
                day(year),
                new Transport(TransportMode.AIR, reference(year)),
                landedAt);
    }

    private static ReceptionFact.ReceptionTimed left(CaseId person, int version, Instant leftAt) {
        return new ReceptionFact.ReceptionTimed(person, Samples.IGM, Instant.now(), version, leftAt);
    }

    private static ReceptionFact.HelpGiven help(CaseId person, HelpId id, int year, HelpKind... kinds) {
        return new ReceptionFact.HelpGiven(
                person, id, Samples.IGM, landed(year).plusSeconds(600), Instant.now(), List.of(kinds));
    }

    private void publishInAnyOrder() {
        Collections.shuffle(facts, new Random(7));
        Region.publish(facts.stream().map(fact -> Region.record("gtm", fact)).toList());
    }

    private void becomesAfterPublishing(String indicator, int year, Map<String, Number> cells) {
        publishInAnyOrder();
        becomes(indicator, year, "", cells);
    }

    private static void becomes(String indicator, int year, String by, Map<String, Number> cells) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(plain(Figures.cells(indicator, String.valueOf(year), by)))
                        .isEqualTo(plain(cells)));
    }

    private static Map<String, Double> plain(Map<String, ? extends Number> cells) {
        Map<String, Double> plain = new TreeMap<>();
        cells.forEach((name, value) ->
                plain.put(name, value == null ? null : Math.round(value.doubleValue() * 10) / 10.0));
        return plain;
    }
}
