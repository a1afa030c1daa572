package org.puente.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FactRulesTest {

    private static final NodeId GTM = new NodeId("gtm");
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 1, 2);
    private static final Party SRECI = new Party(new NodeId("hnd"), new InstitutionId("hnd-sreci"));
    private static final Party MINTRAB = new Party(GTM, new InstitutionId("gtm-mintrab"));
    private static final Party IGM = new Party(GTM, new InstitutionId("gtm-igm"));

    /** Key of the record, by the table of topics; in the directory with its kind before it. */
    @ParameterizedTest
    @CsvSource({
        "RETURN_REGISTERED, caseId, ''", "RETURN_AMENDED, caseId, ''",
        "RETURN_ANNOUNCED, arrivalId, ''", "CONSENT_RECORDED, caseId, ''",
        "CONSENT_WITHDRAWN, caseId, ''", "HELP_GIVEN, caseId, ''",
        "HELP_VOIDED, caseId, ''", "RECEPTION_TIMED, caseId, ''",
        "ARRIVAL_TIMED, arrivalId, ''", "NODE_PUBLISHED, node, node/",
        "INSTITUTION_PUBLISHED, institution, institution/", "OFFER_PUBLISHED, offerId, offer/",
        "CAPACITY_CHANGED, offerId, capacity/", "REFERRAL_ISSUED, referralId, ''",
        "SERVICE_DELIVERED, referralId, ''", "DOSSIER_SEALED, dossierId, ''",
        "DOSSIER_ERASED, dossierId, ''", "FOLLOWUP_PLANNED, caseId, ''",
        "CASE_CLOSED, caseId, ''", "REPORT_PUBLISHED, period, ''",
        "MANIFEST_SEALED, arrivalId, ''", "MANIFEST_ERASED, arrivalId, ''",
        "ARRIVAL_CANCELLED, arrivalId, ''", "ARRIVAL_CLOSED, arrivalId, ''",
        "RETURN_ERASED, caseId, ''"
    })
    void theSubjectIsTheRecordsKey(FactType type, String component, String kind) throws JsonProcessingException {
        Fact fact = Wire.JSON.treeToValue(Wire.example(type), type.fact());
        assertThat(fact.subject())
                .isEqualTo(kind + Wire.example(type).get(component).asText());
    }

    @Test
    void keepsTimesInMicroseconds() {
        Instant fine = Instant.parse("2025-01-02T15:04:05.123456789Z");
        assertThat(consent(fine, List.of(), null).occurredAt()).isEqualTo(Instant.parse("2025-01-02T15:04:05.123456Z"));
    }

    @Test
    void anErrorDoesNotRepeatWhatItRefuses() {
        assertThatThrownBy(() -> new Destination("Ana Pérez", null)).hasMessage("country must match [A-Z]{3}");
    }

    static List<Arguments> scopes() {
        return List.of(
                arguments(List.of("region"), SRECI, true),
                arguments(List.of("node"), SRECI, false),
                arguments(List.of("node"), MINTRAB, true),
                arguments(List.of("hnd-sreci"), SRECI, true),
                arguments(List.of("hnd-sreci"), MINTRAB, false),
                arguments(List.of(), MINTRAB, false));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void aConsentCoversItsScope(List<String> scope, Party recipient, boolean covered) {
        assertThat(consent(Instant.EPOCH, scope, LAST_DAY).covers(ConsentPurpose.REFERRAL, GTM, recipient, LAST_DAY))
                .isEqualTo(covered);
    }

    @Test
    void aConsentCoversItsPurposesAlone() {
        assertThat(consent(Instant.EPOCH, List.of("region"), LAST_DAY)
                        .covers(ConsentPurpose.STATISTICS, GTM, SRECI, LAST_DAY))
                .isFalse();
    }

    @Test
    void aConsentEndsWithItsLastDay() {
        assertThat(consent(Instant.EPOCH, List.of("region"), LAST_DAY)
                        .covers(ConsentPurpose.REFERRAL, GTM, SRECI, LAST_DAY.plusDays(1)))
                .isFalse();
    }

    static List<Arguments> publishers() {
        Party hndClock = new Party(new NodeId("hnd"), new InstitutionId("hnd-inm"));
        return List.of(
                arguments(IGM, SRECI, ReferralStatus.ACCEPTED, SRECI, Side.RECIPIENT),
                arguments(IGM, SRECI, ReferralStatus.ACCEPTED, hndClock, Side.RECIPIENT),
                arguments(IGM, SRECI, ReferralStatus.ACCEPTED, IGM, null),
                arguments(IGM, SRECI, ReferralStatus.EXPIRED, IGM, Side.ISSUER),
                arguments(IGM, SRECI, ReferralStatus.WITHDRAWN, SRECI, Side.RECIPIENT),
                arguments(IGM, SRECI, ReferralStatus.WITHDRAWN, IGM, Side.ISSUER),
                arguments(IGM, MINTRAB, ReferralStatus.ACCEPTED, MINTRAB, Side.RECIPIENT),
                arguments(IGM, MINTRAB, ReferralStatus.ACCEPTED, IGM, null),
                arguments(IGM, MINTRAB, ReferralStatus.CANCELLED, IGM, Side.ISSUER),
                arguments(IGM, MINTRAB, ReferralStatus.CANCELLED, SRECI, null),
                arguments(IGM, IGM, ReferralStatus.ACCEPTED, IGM, Side.RECIPIENT),
                arguments(IGM, IGM, ReferralStatus.CANCELLED, IGM, Side.ISSUER));
    }

    @ParameterizedTest(name = "{0} to {1}: {2} by {3} is the {4}''s")
    @MethodSource("publishers")
    void knowsTheSideOfAStep(Party from, Party to, ReferralStatus step, Party publisher, Side expected) {
        assertThat(Side.of(issued(from, to), step, publisher).orElse(null)).isEqualTo(expected);
    }

    @Test
    void nobodySpeaksInTheNameOfAnothersInstitution() {
        Party posing = new Party(SRECI.node(), IGM.institution());
        assertThat(Side.of(issued(IGM, SRECI), ReferralStatus.ACCEPTED, posing)).isEmpty();
    }

    @Test
    void anIdIsOfTheNodeWhoseOwnIsTheLongestThatItBeginsWith() {
        NodeId mex = new NodeId("mex");
        NodeId inm = new NodeId("mex-inm");
        OfferId offer = new OfferId("mex-inm-albergue");
        assertThat(mex.owns(offer, Set.of(mex))).isTrue();
        assertThat(mex.owns(offer, Set.of(mex, inm))).isFalse();
        assertThat(inm.owns(offer, Set.of(mex, inm))).isTrue();
        assertThat(inm.owns(new OfferId("mex-empleo"), Set.of(mex, inm))).isFalse();
        assertThat(mex.owns(new InstitutionId("mex-inm"), Set.of(mex, inm))).isTrue();
        assertThat(mex.owns(new OfferId("mexico-x"), Set.of(mex))).isFalse();
    }

    @Test
    void aListHoldsNoMoreThanAnybodyNeeds() {
        List<String> many = Collections.nCopies(100_000, "spa");
        assertThatThrownBy(() -> Require.list(many)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTimeToAnswerIsUpToAYear() {
        Duration ages = Duration.ofDays(200_000_000_000L);
        assertThatThrownBy(() -> new AnswerWithin(ages, ages, ages)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ReturnFact.ConsentRecorded consent(Instant at, List<String> scope, LocalDate until) {
        return new ReturnFact.ConsentRecorded(
                new ConsentId(UUID.randomUUID()),
                new CaseId(UUID.randomUUID()),
                IGM.institution(),
                at,
                List.of(ConsentPurpose.REFERRAL),
                scope,
                ConsentGiver.SELF,
                until);
    }

    private static ReferralFact.Issued issued(Party from, Party to) {
        return new ReferralFact.Issued(
                new ReferralId(UUID.randomUUID()),
                new CaseId(UUID.randomUUID()),
                from.institution(),
                Instant.EPOCH,
                null,
                new OfferId("an-offer"),
                from,
                to,
                new Need(Dimension.SOCIAL, "one-stop-desk", Priority.NORMAL),
                Priority.NORMAL,
                Instant.EPOCH,
                new ConsentId(UUID.randomUUID()),
                new DossierId(UUID.randomUUID()));
    }
}
