package org.puente.referral.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.puente.contracts.DossierField.GIVEN_NAMES;
import static org.puente.contracts.DossierField.PHONES;
import static org.puente.contracts.DossierField.RESTRICTED;
import static org.puente.referral.OfferStates.needing;
import static org.puente.referral.OfferStates.restricted;
import static org.puente.referral.RegionFacts.offer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierField;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.Profile;
import org.puente.contracts.ReturnFact.ConsentRecorded;
import org.puente.platform.json.Json;
import org.puente.platform.testing.OfferBuilder;
import org.puente.referral.RegionFacts;
import org.puente.referral.cases.Consent;
import org.puente.referral.dossiers.DangerPlaces;
import org.puente.referral.dossiers.Fields;
import org.puente.referral.issuing.IssueDecision.Conflict;
import org.puente.referral.issuing.IssueDecision.Field;
import org.puente.referral.issuing.IssueDecision.Forbidden;
import org.puente.referral.issuing.IssueDecision.Permitted;
import org.puente.referral.issuing.IssueDecision.Refused;

class IssuePolicyTest {
    private static final NodeId GTM = new NodeId("gtm");
    private static final InstitutionId OWNER = new InstitutionId("gtm-igm");
    private static final CaseId CASE = new CaseId(UUID.randomUUID());
    private static final LocalDate TODAY = LocalDate.now();
    private static final OfferPublished WORK = offer("gtm-mintrab-work", 5, Duration.ofDays(14));
    private static final OfferPublished SHELTER =
            restricted(needing(offer("gtm-svet-shelter", "shelter", 5, Duration.ofDays(1)), RESTRICTED));

    @Test
    void anOfferThatIsNotInTheDirectoryIsUnknown() {
        assertRefused(IssuePolicy.visible(null, true), Field.OFFER, "unknown-offer");
    }

    @Test
    void aRestrictedOfferIsUnknownToWhoMayNotSeeIt() {
        assertRefused(IssuePolicy.visible(SHELTER, false), Field.OFFER, "unknown-offer");
        assertPermitted(IssuePolicy.visible(SHELTER, true));
    }

    @Test
    void nobodyIsReferredToAPausedOffer() {
        assertRefused(IssuePolicy.active(false), Field.OFFER, "offer-not-active");
    }

    @Test
    void aChildAloneGoesToAProtectionAuthorityFirst() {
        List<Profile> alone = List.of(Profile.UNACCOMPANIED_CHILD);
        assertRefused(IssuePolicy.child(alone, WORK, false), Field.OFFER, "child-protection-first");
        assertPermitted(IssuePolicy.child(alone, WORK, true));
    }

    @Test
    void aProtectionAuthorityNeedsNoOtherBeforeIt() {
        OfferPublished protection = offer("gtm-pgn-children", "child-protection", 5, Duration.ofDays(1));
        assertPermitted(IssuePolicy.child(List.of(Profile.SEPARATED_CHILD), protection, false));
    }

    @Test
    void whoIsNoChildAloneIsReferredAnywhere() {
        assertPermitted(IssuePolicy.child(List.of(), WORK, false));
    }

    @Test
    void aConsentOfAnotherCaseIsUnknown() {
        Consent other = consent(RegionFacts.consent(new CaseId(UUID.randomUUID()), "region"), null);
        assertRefused(consent(other), Field.CONSENT, "unknown-consent");
        assertRefused(consent((Consent) null), Field.CONSENT, "unknown-consent");
    }

    @Test
    void aConsentThatWasWithdrawnCoversNobody() {
        Consent withdrawn = consent(RegionFacts.consent(CASE, "region"), Instant.now());
        assertRefused(consent(withdrawn), Field.CONSENT, "consent-does-not-cover");
    }

    @Test
    void aConsentCoversWhomItNames() {
        assertPermitted(
                consent(consent(RegionFacts.consent(CASE, WORK.institution().value()), null)));
        assertRefused(
                consent(consent(RegionFacts.consent(CASE, "gtm-svet"), null)), Field.CONSENT, "consent-does-not-cover");
    }

    @Test
    void whatOneWasNotSentWaitsForTheOwner() {
        IssueDecision decision = IssuePolicy.sharing(new Fields(Set.of(GIVEN_NAMES)), WORK, OWNER, Set.of());
        assertThat(decision)
                .isEqualTo(new Refused(
                        Field.OFFER, "fields-wait-for-owner", List.of("phones", "gtm-igm"), List.of(PHONES)));
    }

    @Test
    void nobodyIsReferredToWhereTheyAreInDanger() {
        OfferPublished there =
                OfferBuilder.like(WORK).coverage(List.of("GT-13")).build();
        DangerPlaces danger = new DangerPlaces(Set.of("GT-13"));

        assertRefused(IssuePolicy.danger(danger, Fields.ALL, there), Field.OFFER, "near-danger");
        assertPermitted(IssuePolicy.danger(DangerPlaces.NONE, Fields.ALL, there));
        assertPermitted(IssuePolicy.danger(danger, Fields.ALL, WORK));
    }

    @Test
    void whoDoesNotKnowWhereThePersonIsInDangerRefersThemNowhere() {
        DangerPlaces danger = new DangerPlaces(Set.of("GT-13"));
        Fields some = new Fields(Set.of(GIVEN_NAMES, PHONES));

        assertThat(IssuePolicy.sharing(danger.permit(some, false), WORK, OWNER, Set.of()))
                .isEqualTo(new Refused(
                        Field.OFFER,
                        "fields-wait-for-owner",
                        List.of(codes(WORK.needsFields()), "gtm-igm"),
                        WORK.needsFields()));
        assertPermitted(IssuePolicy.sharing(DangerPlaces.NONE.permit(some, false), WORK, OWNER, Set.of()));
    }

    @Test
    void aProtectionAuthorityDecidesItselfWhereAChildIsSafe() {
        OfferPublished protection = OfferBuilder.like(offer("gtm-pgn", "child-protection", 5, Duration.ofDays(1)))
                .coverage(List.of("GT-13"))
                .build();
        DangerPlaces danger = new DangerPlaces(Set.of("GT-13"));

        assertPermitted(IssuePolicy.danger(danger, Fields.ALL, protection));
    }

    @Test
    void whoMayNotLearnOfDangerNeedsTheGivenNamesForAnOfferThatNeedsNothing() {
        OfferPublished nothing = OfferBuilder.like(WORK).needsFields().build();

        assertPermitted(IssuePolicy.sharing(new Fields(Set.of(GIVEN_NAMES)), nothing, OWNER, Set.of()));
        assertRefused(IssuePolicy.sharing(Fields.NONE, nothing, OWNER, Set.of()), Field.OFFER, "fields-wait-for-owner");
    }

    @Test
    void theMostSensitiveGoesToApprovedCategoriesAlone() {
        assertPermitted(IssuePolicy.sharing(Fields.ALL, SHELTER, OWNER, Set.of("shelter")));
        assertRefused(
                IssuePolicy.sharing(Fields.ALL, SHELTER, OWNER, Set.of()), Field.OFFER, "restricted-not-approved");
    }

    @Test
    void theMostSensitiveGoesToNoOfferThatAnybodySees() {
        OfferPublished open = needing(offer("gtm-svet-open", "shelter", 5, Duration.ofDays(1)), RESTRICTED);
        assertRefused(
                IssuePolicy.sharing(Fields.ALL, open, OWNER, Set.of("shelter")),
                Field.OFFER,
                "restricted-not-approved");
    }

    @Test
    void nobodyIsReferredTwiceToWhereTheyAreReferred() {
        assertThat(IssuePolicy.repetition(true)).isEqualTo(new Conflict("already-referred"));
        assertPermitted(IssuePolicy.repetition(false));
    }

    @Test
    void thereIsNoReferralWithoutADossier() {
        assertThat(IssuePolicy.dossier(false, false)).isEqualTo(new Conflict("dossier-not-there-yet"));
        assertRefused(IssuePolicy.dossier(true, true), Field.CASE, "dossier-erased");
        assertPermitted(IssuePolicy.dossier(true, false));
    }

    @Test
    void thereIsNoReferralWithoutAFieldThatTheOfferNeeds() {
        assertThat(IssuePolicy.contents(List.of(PHONES)))
                .isEqualTo(IssueDecision.refused(Field.OFFER, "fields-missing", "phones"));
        assertPermitted(IssuePolicy.contents(List.of()));
    }

    @Test
    void anotherContentThanTheOneThatWasShownIsNotSent() {
        UUID shown = UUID.randomUUID();
        assertThat(IssuePolicy.previewed(shown, UUID.randomUUID())).isEqualTo(new Conflict("preview-outdated"));
        assertPermitted(IssuePolicy.previewed(shown, shown));
        assertPermitted(IssuePolicy.previewed(null, shown));
    }

    @Test
    void aRestrictedOfferIsNeitherLeftNorReachedAcrossABorder() {
        OfferPublished abroad = offer("hnd-sreci-work", 5, Duration.ofDays(14));
        assertThat(IssuePolicy.redirect(SHELTER, abroad)).isEqualTo(new Forbidden("restricted-across-border"));
        assertThat(IssuePolicy.redirect(abroad, SHELTER)).isEqualTo(new Forbidden("restricted-across-border"));
        assertPermitted(IssuePolicy.redirect(WORK, SHELTER));
        assertPermitted(IssuePolicy.redirect(WORK, abroad));
    }

    private static IssueDecision consent(Consent consent) {
        return IssuePolicy.consent(consent, CASE, GTM, WORK, TODAY);
    }

    private static Consent consent(ConsentRecorded terms, Instant withdrawnAt) {
        return new Consent(terms.consentId().value(), terms.caseId().value(), Json.write(terms), withdrawnAt);
    }

    private static void assertPermitted(IssueDecision decision) {
        assertThat(decision).isInstanceOf(Permitted.class);
    }

    private static void assertRefused(IssueDecision decision, Field field, String rule) {
        assertThat(decision).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.rule()).isEqualTo(rule);
        });
    }

    private static String codes(List<DossierField> fields) {
        return fields.stream().map(DossierField::code).collect(Collectors.joining(", "));
    }
}
