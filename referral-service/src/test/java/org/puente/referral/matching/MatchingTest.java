package org.puente.referral.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.contracts.CaseId;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierField;
import org.puente.contracts.Eligibility;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Profile;
import org.puente.contracts.Sex;
import org.puente.platform.testing.OfferBuilder;
import org.puente.referral.OfferStates;
import org.puente.referral.RegionFacts;
import org.puente.referral.dossiers.DangerPlaces;
import org.puente.referral.dossiers.Fields;

class MatchingTest {
    private static final LocalDate TODAY = LocalDate.now();

    private static Circumstances circumstances(
            boolean isProtected, boolean seesRestricted, Map<InstitutionId, AnswerRate> rates) {
        return new Circumstances(
                TODAY, isProtected, seesRestricted, Map.of(), rates, Fields.ALL, Set.of("shelter"), DangerPlaces.NONE);
    }

    /** Of one who was sent these fields of the person, and no others. */
    private static Circumstances sent(DossierField... fields) {
        return new Circumstances(
                TODAY,
                false,
                true,
                Map.of(),
                Map.of(),
                new Fields(Set.of(fields)),
                Set.of("shelter"),
                DangerPlaces.NONE);
    }

    private static final Circumstances ORDINARY = circumstances(false, false, Map.of());

    private static List<Match> rank(Circumstances circumstances, List<Profile> profiles, OfferPublished... offers) {
        var person = RegionFacts.registered(new CaseId(UUID.randomUUID()), profiles.toArray(Profile[]::new));
        return new Matching(person, circumstances).rank(Arrays.asList(offers));
    }

    private static List<String> order(Circumstances circumstances, OfferPublished... offers) {
        return rank(circumstances, List.of(), offers).stream()
                .map(match -> match.offer().offerId().value())
                .toList();
    }

    /** An offer of work, as changed. */
    private record Draft(
            String id,
            String category,
            Eligibility eligibility,
            List<String> coverage,
            List<String> languages,
            boolean restricted) {
        static Draft work(String id) {
            return new Draft(id, "employment", Eligibility.ANYONE, List.of(), List.of("spa"), false);
        }

        Draft category(String other) {
            return new Draft(id, other, eligibility, coverage, languages, restricted);
        }

        Draft covering(String... areas) {
            return new Draft(id, category, eligibility, List.of(areas), languages, restricted);
        }

        Draft speaking(String... tongues) {
            return new Draft(id, category, eligibility, coverage, List.of(tongues), restricted);
        }

        Draft aged(Integer from, Integer to) {
            Eligibility ages = new Eligibility(List.of(), from, to, List.of(), null, List.of(), List.of(), null);
            return new Draft(id, category, ages, coverage, languages, restricted);
        }

        Draft hidden() {
            return new Draft(id, category, eligibility, coverage, languages, true);
        }

        OfferPublished offer() {
            return OfferBuilder.like(RegionFacts.offer(id, category, null, Duration.ofDays(1)))
                    .institution(id)
                    .eligibility(eligibility)
                    .coverage(coverage)
                    .languages(languages)
                    .restricted(restricted)
                    .build();
        }
    }

    private static List<String> reasons(List<Profile> profiles, OfferPublished offer) {
        return rank(ORDINARY, profiles, offer).getFirst().reasons().stream()
                .filter(Reason::blocks)
                .map(Reason::code)
                .toList();
    }

    @Test
    void whatAnswersANeedComesBeforeWhatDoesNot() {
        assertThat(order(
                        ORDINARY,
                        Draft.work("gtm-a").category("health").offer(),
                        Draft.work("gtm-b").offer()))
                .containsExactly("gtm-b", "gtm-a");
    }

    @Test
    void whatSuitsComesBeforeWhatRulesThePersonOut() {
        assertThat(order(
                        ORDINARY,
                        Draft.work("gtm-a").aged(60, null).offer(),
                        Draft.work("gtm-b").category("health").offer()))
                .containsExactly("gtm-b", "gtm-a");
    }

    @Test
    void theOneThatNamesTheDestinationComesBeforeTheOneOfTheWholeCountry() {
        assertThat(order(
                        ORDINARY,
                        Draft.work("hnd-a").covering("HND").offer(),
                        Draft.work("hnd-b").covering("HN-CR").offer()))
                .containsExactly("hnd-b", "hnd-a");
    }

    @Test
    void aLanguageInCommonComesBeforeNone() {
        assertThat(order(
                        ORDINARY,
                        Draft.work("gtm-a").speaking("quc").offer(),
                        Draft.work("gtm-b").speaking("mam", "spa").offer()))
                .containsExactly("gtm-b", "gtm-a");
    }

    @Test
    void whoAnswersInTimeComesBeforeWhoDoesNot() {
        Circumstances circumstances = circumstances(
                false,
                false,
                Map.of(
                        new InstitutionId("gtm-a"), new AnswerRate(100, 13),
                        new InstitutionId("gtm-b"), new AnswerRate(100, 94)));
        assertThat(order(
                        circumstances,
                        Draft.work("gtm-a").offer(),
                        Draft.work("gtm-b").offer()))
                .containsExactly("gtm-b", "gtm-a");
    }

    @ParameterizedTest
    @CsvSource({"60, , age-from", ", 24, age-to"})
    void rulesOutAnAgeGroupThatLiesOutside(Integer from, Integer to, String reason) {
        assertThat(reasons(List.of(), Draft.work("gtm-a").aged(from, to).offer()))
                .containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource({"30, ", ", 30", "25, 59"})
    void doesNotRuleOutAnAgeGroupThatLiesPartlyWithin(Integer from, Integer to) {
        assertThat(reasons(List.of(), Draft.work("gtm-a").aged(from, to).offer()))
                .isEmpty();
    }

    @Test
    void rulesOutAnotherDestination() {
        assertThat(reasons(List.of(), Draft.work("slv-a").covering("SLV").offer()))
                .containsExactly("area");
    }

    @Test
    void aChildAloneGoesToAProtectionAuthorityFirst() {
        assertThat(reasons(
                        List.of(Profile.UNACCOMPANIED_CHILD),
                        Draft.work("gtm-a").offer()))
                .containsExactly("child-protection");
    }

    @Test
    void aChildWhomTheAuthorityHasTakenOnMayBeReferredOn() {
        assertThat(rank(
                                circumstances(true, false, Map.of()),
                                List.of(Profile.UNACCOMPANIED_CHILD),
                                Draft.work("gtm-a").offer())
                        .getFirst()
                        .eligible())
                .isTrue();
    }

    @Test
    void aRestrictedOfferIsHiddenFromThoseWhoMayNotSeeIt() {
        assertThat(order(ORDINARY, Draft.work("gtm-a").hidden().offer())).isEmpty();
    }

    @Test
    void aRestrictedOfferIsShownToThoseWhoMay() {
        assertThat(order(
                        circumstances(false, true, Map.of()),
                        Draft.work("gtm-a").hidden().offer()))
                .containsExactly("gtm-a");
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'Not eligible: from 60 years; the person is of the group 25-59.'",
        "es, 'No cumple: desde 60 años; la persona es del grupo 25-59.'"
    })
    void explainsItselfInWords(String language, String words) {
        Match match = rank(
                        ORDINARY, List.of(), Draft.work("gtm-a").aged(60, null).offer())
                .getFirst();
        assertThat(MatchView.of(match, Locale.of(language)).reasons())
                .anyMatch(why -> why.against() && why.text().equals(words));
    }

    @ParameterizedTest
    @CsvSource({
        "en, Not in the area: offered in 'El Salvador, San Miguel'",
        "es, Fuera del área: se ofrece en 'El Salvador, San Miguel'"
    })
    void namesPlacesAndNotTheirCodes(String language, String words) {
        Match match = rank(
                        ORDINARY,
                        List.of(),
                        Draft.work("slv-a").covering("SLV", "SV-SM").offer())
                .getFirst();
        assertThat(MatchView.of(match, Locale.of(language)).reasons())
                .anyMatch(why -> why.text().startsWith(words.replace("'", "")));
    }

    @Test
    void anOfferBringsNothingToLightThatTheOneWhoAsksWasNotSent() {
        Eligibility probes = new Eligibility(
                List.of(Sex.FEMALE), 60, null, List.of("SLV"), 0, List.of(), List.of(Profile.PREGNANT), null);
        OfferPublished probe = new Draft("gtm-a", "health", probes, List.of("GT-GU"), List.of("mam"), false).offer();
        assertThat(rank(sent(DossierField.GIVEN_NAMES, DossierField.PHONES), List.of(), probe))
                .flatExtracting(Match::reasons)
                .extracting(Reason::code)
                .containsExactly("unlimited");
    }

    @Test
    void anOfferThatNeedsMoreThanTheOneWhoAsksWasSentWaitsForTheOwner() {
        OfferPublished offer = RegionFacts.offer("gtm-a", null, Duration.ofHours(1));
        assertThat(rank(sent(DossierField.GIVEN_NAMES), List.of(), offer))
                .flatExtracting(Match::reasons)
                .filteredOn(Reason::blocks)
                .extracting(Reason::code)
                .containsExactly("fields-wait-for-owner");
    }

    @ParameterizedTest
    @CsvSource({"shelter,true,0", "shelter,false,1", "employment,true,1"})
    void whatIsMostSensitiveGoesToRestrictedOffersOfApprovedCategoriesAlone(
            String category, boolean restricted, int against) {
        OfferPublished open = RegionFacts.offer("gtm-a", category, null, Duration.ofHours(1), DossierField.RESTRICTED);
        assertThat(rank(
                        circumstances(false, true, Map.of()),
                        List.of(),
                        restricted ? OfferStates.restricted(open) : open))
                .flatExtracting(Match::reasons)
                .extracting(Reason::code)
                .filteredOn("restricted-not-approved"::equals)
                .hasSize(against);
    }
}
