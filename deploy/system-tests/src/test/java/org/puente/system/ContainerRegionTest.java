package org.puente.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.puente.demo.Backlogs;
import org.puente.demo.CaseOffice;
import org.puente.demo.Figures;
import org.puente.demo.Institutions;
import org.puente.demo.People;
import org.puente.demo.Person;
import org.puente.demo.Reception;
import org.puente.local.Backbone;
import org.puente.local.Progress;
import org.puente.local.Region;
import org.puente.local.Setup;

/** Two nodes whose broker, database server and Keycloak are containers; the broker's is killed once. */
@Tag("containers")
@EnabledIfSystemProperty(named = "puente.backbone", matches = "containers")
class ContainerRegionTest {
    private static final int PEOPLE = 20;
    private static final int OFFSET = 3000;
    private static final Duration SETTLED = Duration.ofMinutes(2);

    private static final List<CaseOffice.Issued> issuedBefore = new ArrayList<>();
    private static final List<CaseOffice.Issued> issuedAfter = new ArrayList<>();
    private static Region region;
    private static org.puente.demo.Region addresses;
    private static Institutions institutions;

    @BeforeAll
    static void referWhileTheBrokerIsKilled() {
        Backbone backbone = Backbone.forTests();
        Setup setup = Setup.all(Path.of("target", "container-region"))
                .withNodes("gtm", "hnd")
                .withPortOffset(OFFSET)
                .withBackbone(backbone.addresses());
        region = Region.start(setup, true, new Progress(System.out));
        addresses = new org.puente.demo.Region(8100 + OFFSET, region.realm());
        institutions = new Institutions(addresses);
        List<Person> people = People.flight("gtm", PEOPLE, "HND", 0.5);
        refer(people.subList(0, PEOPLE / 2), issuedBefore);
        backbone.killBroker();
        backbone.startBroker();
        refer(people.subList(PEOPLE / 2, PEOPLE), issuedAfter);
    }

    private static void refer(List<Person> people, List<CaseOffice.Issued> issued) {
        Reception reception = new Reception(addresses, institutions, new Figures());
        DisturbedOffice office = DisturbedOffice.of(addresses, institutions);
        people.forEach(
                person -> reception.register(person).flatMap(office::refer).ifPresent(issued::add));
    }

    @AfterAll
    static void stop() {
        if (region != null) {
            region.close();
        }
    }

    @Test
    void bothNodesSeeEachReferralThatWasIssuedBeforeTheBrokerDiedAcknowledged() {
        assertAcknowledged(issuedBefore);
    }

    @Test
    void bothNodesSeeEachReferralThatWasIssuedAfterTheBrokerDiedAcknowledged() {
        assertAcknowledged(issuedAfter);
    }

    private static void assertAcknowledged(List<CaseOffice.Issued> issued) {
        assertThat(issued).isNotEmpty();
        for (CaseOffice.Issued referral : issued) {
            await().atMost(SETTLED)
                    .untilAsserted(() -> assertThat(List.of(
                                    institutions.status("gtm", "gtm-igm", referral.referralId()),
                                    institutions.status(referral.toNode(), referral.to(), referral.referralId())))
                            .containsOnly("acknowledged"));
        }
    }

    @Test
    void outboxesDrainAndNothingIsPutAside() {
        await().atMost(SETTLED).until(() -> Backlogs.isEmpty(addresses, "gtm", "hnd"));
    }
}
