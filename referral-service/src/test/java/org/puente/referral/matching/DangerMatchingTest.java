package org.puente.referral.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.CaseId;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierField;
import org.puente.platform.testing.OfferBuilder;
import org.puente.referral.RegionFacts;
import org.puente.referral.dossiers.DangerPlaces;
import org.puente.referral.dossiers.Fields;

/** Offers for somebody who is in danger in HN-CR. */
class DangerMatchingTest {
    private static final Fields NAMES = new Fields(Set.of(DossierField.GIVEN_NAMES));

    @Test
    void rulesOutAnOfferThatIsOnlyWhereThePersonIsInDanger() {
        assertThat(against(Fields.ALL, offer("employment", "HN-CR"))).containsExactly("near-danger");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HND", "HN-FM"})
    void proposesAnOfferThatCanServeThePersonElsewhere(String elsewhere) {
        assertThat(against(Fields.ALL, offer("employment", "HN-CR", elsewhere))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HN-CR HN-FM", "HND", "HND GTM"})
    void saysThatAnOfferIsPartlyNearDangerAndPutsItLast(String coverage) {
        OfferPublished partly = offer("employment", coverage.split(" "));
        OfferPublished elsewhere = offer("employment");
        List<Match> ranked = rank(Fields.ALL, new DangerPlaces(Set.of("HN-CR")), partly, elsewhere);

        assertThat(ranked.getFirst().reasons()).extracting(Reason::code).doesNotContain("partly-near-danger");
        assertThat(ranked.getLast().reasons()).extracting(Reason::code).contains("partly-near-danger");
        assertThat(ranked.getLast().eligible()).isTrue();
    }

    @Test
    void whoDoesNotKnowThePlacesIsNotToldThatAnOfferIsPartlyThere() {
        assertThat(match(NAMES, offer("employment", "HN-CR", "HN-FM")).reasons())
                .extracting(Reason::code)
                .doesNotContain("partly-near-danger");
    }

    @Test
    void saysWhereNoDossierTellsOfDanger() {
        assertThat(rank(Fields.ALL, DangerPlaces.in(null), offer("employment", "HN-CR"))
                        .getFirst()
                        .reasons())
                .extracting(Reason::code)
                .contains("danger-unknown");
    }

    @Test
    void theReasonNamesNoPlace() {
        assertThat(match(Fields.ALL, offer("employment", "HN-CR")).reasons())
                .filteredOn(reason -> reason.code().equals("near-danger"))
                .singleElement()
                .satisfies(reason -> assertThat(reason.args()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HN-CR", "GT-01"})
    void anOfferBringsNoPlaceOfDangerToLight(String covered) {
        assertThat(against(NAMES, offer("employment", covered))).containsExactly("fields-wait-for-owner");
    }

    /** It reads as where the owner has amended what the offer needs. */
    @Test
    void theReasonToWaitDoesNotShowThatDangerIsRecorded() {
        Match danger = match(NAMES, offer("employment", "GT-01"));
        Match amended = rank(Fields.NONE, DangerPlaces.NONE, offer("employment", "GT-01"))
                .getFirst();

        assertThat(danger.reasons()).isEqualTo(amended.reasons());
        assertThat(danger.rank()).isEqualTo(amended.rank());
    }

    @Test
    void showsThatAProtectionAuthorityIsNearDangerAndLeavesItIn() {
        Match match = match(Fields.ALL, offer("child-protection", "HN-CR"));

        assertThat(match.reasons()).extracting(Reason::code).contains("near-danger");
        assertThat(match.eligible()).isTrue();
    }

    private static OfferPublished offer(String category, String... coverage) {
        return OfferBuilder.like(
                        RegionFacts.offer("hnd-a", category, null, Duration.ofDays(1), DossierField.GIVEN_NAMES))
                .coverage(List.of(coverage))
                .build();
    }

    private static List<String> against(Fields known, OfferPublished offer) {
        return match(known, offer).reasons().stream()
                .filter(Reason::blocks)
                .map(Reason::code)
                .toList();
    }

    private static Match match(Fields known, OfferPublished offer) {
        return rank(known, new DangerPlaces(Set.of("HN-CR")), offer).getFirst();
    }

    private static List<Match> rank(Fields known, DangerPlaces danger, OfferPublished... offers) {
        Circumstances circumstances = new Circumstances(
                LocalDate.now(), false, true, Map.of(), Map.of(), danger.permit(known, false), Set.of(), danger);
        return new Matching(RegionFacts.registered(new CaseId(UUID.randomUUID())), circumstances).rank(List.of(offers));
    }
}
