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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.Envelope;
import org.puente.contracts.Fact;
import org.puente.contracts.FactType;
import org.puente.contracts.FollowUpId;
import org.puente.contracts.HelpId;
import org.puente.contracts.HelpKind;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReceptionFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReturnFact;
import org.puente.contracts.Sex;
import org.puente.contracts.Source;
import org.puente.contracts.Stream;
import org.puente.contracts.Topic;
import org.puente.platform.testing.HostileNode;
import org.puente.platform.testing.Tokens;

/**
 * Every node's facts come in here, and are kept by the node that published them. What of referrals
 * counts is proven without a broker in {@code HostileReferralRowTest}.
 */
@QuarkusTest
class HostileNodeTest extends HostileNode {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Override
    protected Set<FactType> tried() {
        return Arrays.stream(FactType.values())
                .filter(type -> type.stream() != Stream.DOSSIERS && type.stream() != Stream.REPORTS)
                .collect(Collectors.toSet());
    }

    @Test
    void noFactIsKeptOutByAnotherNodesUnderItsId() {
        for (Fact fact : others()) {
            UUID id = UUID.randomUUID();
            ReturnFact.Registered squat = Samples.registered(LocalDate.of(2041, 1, 1), Sex.X);
            publish(id, liar(), null, squat);
            await().atMost(SOON).until(() -> eventsOf(squat.caseId()).size() == 1);
            CaseId caseId = caseOf(fact);
            String to = FactType.of(fact).stream() == Stream.REFERRALS ? "slv" : null;
            publish(id, "gtm", to, fact);
            await().atMost(SOON).until(() -> eventsOf(caseId).equals(List.of(id.toString())));
        }
    }

    @Test
    void aReturnThatAnotherNodeClaimsIsStillItsOwnNodes() {
        for (int i = 0; i < 6; i++) {
            ReturnFact.Registered truth = Samples.registered(LocalDate.of(2042, 5, 5), Sex.FEMALE);
            publish(UUID.randomUUID(), "gtm", null, truth);
            ReturnFact.Amended claim = Samples.amended(truth, Integer.MAX_VALUE, Sex.MALE);
            publish(UUID.randomUUID(), liar(), null, claim);
            await().atMost(SOON).until(() -> eventsOf(truth.caseId()).size() == 2);
        }
        assertThat(Figures.cells("returns", "2042-05-05", "sex")).containsEntry("F", 6);
    }

    @Test
    void noInstitutionsFiguresCountWhatAnotherNodePublishesInItsName() {
        LocalDate day = LocalDate.of(2043, 6, 6);
        List<Region.Record> records = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            records.addAll(actsInTheNameOf(Samples.IGM, liar(), day));
            records.addAll(actsInTheNameOf(Samples.IGM, "gtm", day));
        }

        Region.publish(records);

        for (String indicator : List.of("returns", "followups", "help")) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(Figures.cells(indicator, day.toString(), "institution"))
                            .as(indicator)
                            .isEqualTo(Map.of(Samples.IGM.value(), 6)));
        }
    }

    @Test
    void aReturnIsOfWhoRegisteredItWhateverAnotherInstitutionOfTheNodePublishes() {
        LocalDate day = LocalDate.of(2044, 6, 6);
        for (int i = 0; i < 6; i++) {
            ReturnFact.Registered truth = Samples.registered(day, Sex.FEMALE);
            publish(UUID.randomUUID(), "gtm", null, truth);
            publish(UUID.randomUUID(), "gtm", null, Samples.by("gtm-stranger", Samples.amended(truth, 2, Sex.MALE)));
            await().atMost(SOON).until(() -> eventsOf(truth.caseId()).size() == 2);
        }
        assertThat(Figures.cells("returns", day.toString(), "institution,sex"))
                .isEqualTo(Map.of(Samples.IGM + " F", 6));
    }

    @Test
    void anErasureWhoeverPublishesItTakesNobodyOutOfTheFigures() {
        LocalDate day = LocalDate.of(2045, 6, 6);
        for (int i = 0; i < 6; i++) {
            ReturnFact.Registered truth = Samples.registered(day, Sex.FEMALE);
            publish(UUID.randomUUID(), "gtm", null, truth);
            publish(UUID.randomUUID(), liar(), null, erased(truth, Samples.IGM));
            publish(UUID.randomUUID(), "gtm", null, erased(truth, new InstitutionId("gtm-stranger")));
            await().atMost(SOON).until(() -> eventsOf(truth.caseId()).size() == 3);
        }
        assertThat(Figures.cells("returns", day.toString(), "institution")).isEqualTo(Map.of(Samples.IGM.value(), 6));
    }

    private static ReturnFact.Erased erased(ReturnFact.Registered of, InstitutionId institution) {
        return new ReturnFact.Erased(of.caseId(), institution, Instant.now());
    }

    /** A return, help and a follow-up of one person. */
    private static List<Region.Record> actsInTheNameOf(InstitutionId institution, String node, LocalDate day) {
        ReturnFact.Registered registered = Samples.registered(day, Sex.FEMALE);
        Instant noon = day.atTime(18, 0).toInstant(ZoneOffset.UTC);
        return List.of(
                Region.record(node, registered),
                Region.record(
                        node,
                        new ReceptionFact.HelpGiven(
                                registered.caseId(),
                                new HelpId(UUID.randomUUID()),
                                institution,
                                noon,
                                noon,
                                List.of(HelpKind.FOOD))),
                Region.record(node, Samples.planned(new FollowUpId(UUID.randomUUID()), registered.caseId(), day)));
    }

    private static List<Fact> others() {
        CaseId caseId = new CaseId(UUID.randomUUID());
        return List.of(
                Samples.registered(LocalDate.of(2041, 2, 1), Sex.X),
                new ReturnFact.Erased(new CaseId(UUID.randomUUID()), Samples.IGM, Instant.now()),
                Samples.issued(new ReferralId(UUID.randomUUID()), caseId, Instant.now()),
                Samples.planned(
                        new FollowUpId(UUID.randomUUID()), new CaseId(UUID.randomUUID()), LocalDate.of(2041, 3, 1)));
    }

    private static CaseId caseOf(Fact fact) {
        return switch (fact) {
            case ReturnFact.WholeState state -> state.caseId();
            case ReturnFact.Erased erased -> erased.caseId();
            case org.puente.contracts.ReferralFact published -> published.caseId();
            case org.puente.contracts.FollowUpFact published -> published.caseId();
            default -> throw new IllegalArgumentException();
        };
    }

    private static List<String> eventsOf(CaseId caseId) {
        return given().auth()
                .oauth2(Tokens.region("operator"))
                .get("/v1/events?caseId=" + caseId)
                .jsonPath()
                .getList("items.id", String.class);
    }

    private static void publish(UUID id, String node, String to, Fact fact) {
        FactType type = FactType.of(fact);
        Region.publish(new Region.Record(
                new Topic(new NodeId(node), type.stream(), to == null ? null : new NodeId(to)),
                new Envelope(id, new Source(new NodeId(node), "test"), type, fact.subject(), Instant.now(), null),
                fact));
    }
}
