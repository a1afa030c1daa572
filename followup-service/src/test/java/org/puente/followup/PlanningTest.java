package org.puente.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.contracts.AgeGroup;
import org.puente.contracts.ClosureReason;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.FollowUpFact.CaseClosed;
import org.puente.contracts.FollowUpFact.Planned;
import org.puente.platform.testing.TestClock;

@QuarkusTest
class PlanningTest extends FollowUpServiceTestBase {

    @Test
    void plansByTheIntervalsOfThePolicy() {
        Person person = planned(Person.goingTo("HN-GD"));
        assertThat(awaited(person.caseId(), Planned.class, 4))
                .extracting(Planned::dueOn)
                .containsExactly(
                        person.returnedOn().plusDays(30),
                        person.returnedOn().plusDays(90),
                        person.returnedOn().plusDays(180),
                        person.returnedOn().plusDays(365));
    }

    @Test
    void plansSafetyChecksForAChildToo() {
        Person child = planned(Person.aged(AgeGroup.FROM_6_TO_11, "HN-GD"));
        assertThat(awaited(child.caseId(), Planned.class, 6)).hasSize(6);
    }

    @Test
    void plansAlsoWhereTheConsentCameFirst() {
        Person person = Person.goingTo("HN-GD");
        publish(person.consents(null));
        publish(person.registered());
        assertThat(awaited(person.caseId(), Planned.class, 4)).hasSize(4);
    }

    @Test
    void plansNothingWithoutConsent() {
        Person silent = Person.goingTo("HN-GD");
        publish(silent.registered());
        await().atMost(SOON).until(() -> plan(silent, RECEPTION).statusCode() == 200);
        planned(Person.goingTo("HN-GD"));
        assertThat(plan(silent, RECEPTION).jsonPath().getString("status")).isEqualTo("waiting");
    }

    @Test
    void plansForTheMunicipalUnitWhereThePersonGoes() {
        Person person = planned(Person.goingTo("HN-CR"));
        assertThat(institutions(person)).containsOnly(MUNICIPAL);
    }

    @Test
    void movesWhatIsPlannedWithTheDestination() {
        Person person = planned(Person.goingTo("HN-CR"));
        publish(person.amended(2, "HN-GD"));
        awaited(person.caseId(), Planned.class, 8);
        assertThat(institutions(person)).containsOnly(RECEPTION);
    }

    @Test
    void anOlderStateThatComesLateChangesNothing() {
        Person person = Person.goingTo("HN-CR");
        publish(person.amended(3, "HN-GD"));
        publish(person.amended(2, "HN-CR"), person.consents(null));
        awaited(person.caseId(), Planned.class, 4);
        assertThat(institutions(person)).containsOnly(RECEPTION);
    }

    @Test
    void movesWhatIsPlannedToAnOfficeThatOpensLater() {
        Person person = planned(Person.goingTo("HN-YO"));
        publish(Registry.institution("hnd-umar-yoro", "hnd"), Registry.offer("hnd-umar-yoro", "HN-YO"));
        awaited(person.caseId(), Planned.class, 8);
        assertThat(institutions(person)).containsOnly("hnd-umar-yoro");
    }

    @Test
    void closesTheCaseAsRefusedWhenConsentIsWithdrawn() {
        Person person = planned(Person.goingTo("HN-GD"));
        publish(person.withdraws());
        assertThat(awaited(person.caseId(), CaseClosed.class, 1))
                .extracting(CaseClosed::reason)
                .containsExactly(ClosureReason.REFUSED);
    }

    @Test
    void aWithdrawalStandsThoughTheClockOfItsPublisherWasBehind() {
        Person person = planned(Person.goingTo("HN-GD"));
        publish(person.withdrawsAt(TestClock.now().minusSeconds(300)));
        assertThat(awaited(person.caseId(), CaseClosed.class, 1)).hasSize(1);
    }

    @Test
    void publishesNothingIsDueOfACaseWhoseConsentWasWithdrawn() {
        Person person = planned(Person.goingTo("HN-GD"));
        publish(person.withdraws());
        awaited(person.caseId(), CaseClosed.class, 1);
        due(Person.goingTo("HN-GD"));
        assertThat(published(person.caseId(), FollowUpFact.Due.class)).isEmpty();
    }

    @Test
    void putsAnEntryOfAnotherNodesDirectoryAside() {
        publish(Registry.institution("mex-umar", "mex"));
        await().atMost(SOON)
                .until(() -> "foreign-entry"
                        .equals(query(
                                "select cause from dead_letter where" + " record_key =" + " 'institution/mex-umar'")));
    }

    private static List<String> institutions(Person person) {
        return plan(person, RECEPTION).jsonPath().getList("items.institution");
    }
}
