package org.puente.reporting;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.FollowUpId;
import org.puente.contracts.PersonId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReturnFact;
import org.puente.contracts.Sex;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;

/** What comes over the real broker has its effect on the figures once, whatever its order. */
@QuarkusTest
class IntakeSliceTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void countsAReturnOnceThoughItIsDeliveredAgain() {
        LocalDate day = LocalDate.of(2030, 1, 1);
        List<Region.Record> records = Stream.generate(() -> Region.record("gtm", Samples.registered(day, Sex.FEMALE)))
                .limit(6)
                .toList();

        Region.publish(records);
        Region.publish(records);
        List<Region.Record> later =
                records.stream().map(record -> beside(record, day)).toList();
        Region.publish(later);

        later.forEach(IntakeSliceTest::awaitEvents);
        assertThat(Figures.total("returns", "2030-01-01")).isEqualTo(12);
    }

    /** A return whose record lies on the partition of another: once it is there, so is what lies before it. */
    private static Region.Record beside(Region.Record other, LocalDate day) {
        String topic = other.topic().name();
        int partition = Wire.partition(topic, other.fact().subject());
        return Stream.generate(() -> Region.record("gtm", Samples.registered(day, Sex.FEMALE)))
                .filter(one -> Wire.partition(topic, one.fact().subject()) == partition)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsReturnsAndPeopleApart() {
        PersonId twice = new PersonId(UUID.randomUUID());
        List<Region.Record> records = new ArrayList<>();
        for (int day = 1; day <= 6; day++) {
            PersonId person = day <= 2 ? twice : new PersonId(UUID.randomUUID());
            CaseId caseId = new CaseId(UUID.randomUUID());
            records.add(Region.record("gtm", Samples.registered(caseId, person, LocalDate.of(2030, 2, day), Sex.MALE)));
        }

        Region.publish(records);

        await().atMost(SOON).until(() -> Integer.valueOf(6).equals(Figures.total("returns", "2030-02")));
        assertThat(Figures.total("people", "2030-02")).isEqualTo(5);
    }

    @Test
    void givesTheSameFiguresForTheSameFactsInAnyOrder() {
        List<Region.Record> ordered = story(LocalDate.of(2031, 3, 10));
        List<Region.Record> shuffled = new ArrayList<>(story(LocalDate.of(2032, 3, 10)));
        shuffled.addAll(shuffled.subList(0, shuffled.size() / 2));
        Collections.shuffle(shuffled, new Random(7));

        Region.publish(ordered);
        Region.publish(shuffled);
        Region.Record last = Region.record("gtm", Samples.registered(LocalDate.of(2033, 1, 1), Sex.X));
        Region.publish(last);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(figures("2031"))
                        .containsEntry("returns X", 8)
                        .containsEntry("referrals delivered", 8)
                        .containsEntry("services individual economic employment", 8)
                        .containsEntry("followups completed", 8)
                        .containsEntry("answered-in-time mex-stps", 1)
                        .containsEntry("answer-time-median mex-stps", 48)
                        .isEqualTo(figures("2032")));
        awaitEvents(last);
        assertThat(figures("2032")).isEqualTo(figures("2031"));
    }

    @Test
    void keepsEachFactAsItsCloudEvent() {
        ReturnFact.Registered fact = Samples.registered(LocalDate.of(2034, 1, 1), Sex.FEMALE);
        Region.Record record = Region.record("slv", fact);

        Region.publish(record);

        awaitEvents(record);
        Map<String, Object> event = given().auth()
                .oauth2(Tokens.region("operator"))
                .get("/v1/events?caseId=" + fact.caseId())
                .jsonPath()
                .getMap("items[0]");
        assertThat(event)
                .containsEntry("specversion", "1.0")
                .containsEntry("id", record.envelope().id().toString())
                .containsEntry("source", "/slv/test")
                .containsEntry("type", "org.puente.return.registered.v1")
                .containsEntry("subject", fact.caseId().toString())
                .containsEntry("datacontenttype", "application/json");
    }

    /** Eight people: registered, amended, referred, accepted, served, and followed up. */
    private static List<Region.Record> story(LocalDate day) {
        Instant noon = day.atTime(18, 0).toInstant(ZoneOffset.UTC);
        List<Region.Record> story = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            ReturnFact.Registered registered = Samples.registered(day, Sex.UNKNOWN);
            story.add(Region.record("gtm", registered));
            story.add(Region.record("gtm", Samples.amended(registered, 2, Sex.FEMALE)));
            story.add(Region.record("gtm", Samples.amended(registered, 3, Sex.X)));
            ReferralFact.Issued issued = Samples.issued(new ReferralId(UUID.randomUUID()), registered.caseId(), noon);
            story.add(Region.record("gtm", "mex", issued));
            story.add(Region.record("mex", "gtm", Samples.accepted(issued, noon.plus(Duration.ofDays(2)))));
            story.add(Region.record("mex", "gtm", Samples.delivered(issued, noon.plus(Duration.ofDays(9)))));
            FollowUpFact.Planned plan =
                    Samples.planned(new FollowUpId(UUID.randomUUID()), registered.caseId(), day.plusDays(30));
            story.add(Region.record("gtm", plan));
            story.add(Region.record(
                    "gtm",
                    new FollowUpFact.Missed(
                            plan.caseId(), plan.institution(), noon.plus(Duration.ofDays(31)), plan.followUpId())));
            story.add(Region.record("gtm", Samples.completed(plan)));
        }
        return story;
    }

    private static Map<String, Object> figures(String year) {
        Map<String, Object> figures = new TreeMap<>();
        Map.of(
                        "returns", "sex",
                        "people", "sex",
                        "referrals", "status",
                        "services", "level,dimension,category",
                        "followups", "status",
                        "answered-in-time", "toInstitution",
                        "answer-time-median", "toInstitution")
                .forEach((indicator, by) ->
                        Figures.cells(indicator, year, by).forEach((k, v) -> figures.put(indicator + " " + k, v)));
        return figures;
    }

    /** Waits until the log has the events of the record's case. */
    private static void awaitEvents(Region.Record record) {
        await().atMost(SOON)
                .until(() -> given().auth()
                        .oauth2(Tokens.region("operator"))
                        .get("/v1/events?caseId=" + record.fact().subject())
                        .jsonPath()
                        .getList("items.id")
                        .contains(record.envelope().id().toString()));
    }
}
