package org.puente.reception.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentGiver;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.LocalizedText;
import org.puente.contracts.OfferId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralStatus;
import org.puente.platform.json.Json;
import org.puente.reception.directory.Recipients;
import org.puente.reception.directory.Services;
import org.puente.reception.directory.Services.Service;

class StatusTextTest {
    private static final Locale SPANISH = Locale.of("es");
    private static final Recipients.Known NOBODY = new Recipients.Known("GTM", List.of("GTM"), List.of());
    private static final ZoneId GUATEMALA = ZoneId.of("America/Guatemala");
    private static final Instant NOW = Instant.parse("2025-02-01T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2025, 2, 1);
    private static final Instant APPOINTMENT = Instant.parse("2025-03-04T15:30:00Z");
    private static final CaseId CASE = new CaseId(UUID.randomUUID());

    static Stream<Arguments> everyStatusInBothLanguages() {
        return Stream.of(ReferralStatus.values())
                .flatMap(status -> Stream.of(SPANISH, Locale.ENGLISH).map(language -> Arguments.of(status, language)));
    }

    @ParameterizedTest
    @MethodSource("everyStatusInBothLanguages")
    void hasPlainWordsAndAdvice(ReferralStatus status, Locale language) {
        PersonStatus.OfReferral part = referral(language, status, false);

        assertThat(List.of(part.says(), part.advice()))
                .allSatisfy(words -> assertThat(words).contains(" ").endsWith("."))
                .noneSatisfy(words -> assertThat(words).contains("{"));
    }

    @ParameterizedTest
    @MethodSource("everyStatusInBothLanguages")
    void hasOtherWordsInSpanishThanInEnglish(ReferralStatus status, Locale language) {
        Locale other = language.equals(SPANISH) ? Locale.ENGLISH : SPANISH;

        assertThat(referral(language, status, false).says())
                .isNotEqualTo(referral(other, status, false).says());
        assertThat(referral(language, status, false).advice())
                .isNotEqualTo(referral(other, status, false).advice());
    }

    @ParameterizedTest
    @MethodSource("everyStatusInBothLanguages")
    void showsOfAProtectedServiceNothingByWhichItCouldBeFound(ReferralStatus status, Locale language) {
        assertThat(Json.write(referral(language, status, true)))
                .doesNotContain("Bolsa", "Jobs", "Trabajo", "Work", CaseFactSamples.PHONE, "2025-03", "marzo", "March");
    }

    @Test
    void takesAServiceThatTheDirectoryDoesNotNameForProtected() {
        PersonStatus status = new StatusText(SPANISH, NOW, GUATEMALA)
                .of(found(), timeline(ReferralStatus.ACCEPTED), Map.of(), NOBODY);

        assertThat(status.referrals().getFirst().service()).isEqualTo("Un servicio protegido");
    }

    @Test
    void namesTheServiceItsKindWhoGivesItAndItsPhone() {
        PersonStatus.OfReferral part = referral(SPANISH, ReferralStatus.ACCEPTED, false);

        assertThat(part.service()).isEqualTo("Bolsa de empleo");
        assertThat(part.kind()).isEqualTo("Trabajo");
        assertThat(part.institution()).isEqualTo("Secretaría del Trabajo");
        assertThat(part.phone()).isEqualTo(CaseFactSamples.PHONE);
    }

    @Test
    void leavesAKindThatHasNoWordToTheName() {
        PersonStatus status = status(SPANISH, timeline(ReferralStatus.ACCEPTED), "llama-care", false);

        assertThat(status.referrals().getFirst().kind()).isNull();
    }

    @Test
    void showsTheAppointmentByTheClockOfThePlaceWhereItIs() {
        PersonStatus.OfReferral part = referral(SPANISH, ReferralStatus.SCHEDULED, false);

        assertThat(part.appointment()).isEqualTo(OffsetDateTime.parse("2025-03-04T07:30:00-08:00"));
        assertThat(part.says()).contains("martes, 4 de marzo de 2025", "7:30");
    }

    @Test
    void showsThePlaceInTheWaitingList() {
        ReferralFact.Issued issued = CaseFactSamples.issued(CASE, CaseFactSamples.EMPLOYMENT);
        CaseTimeline timeline = new CaseTimeline(
                List.of(new CaseTimeline.Referral(issued, ReferralStatus.WAITLISTED, null, 1234)), null);

        assertThat(status(SPANISH, timeline, "employment", false)
                        .referrals()
                        .getFirst()
                        .says())
                .endsWith("con el número 1234.");
        assertThat(status(Locale.ENGLISH, timeline, "employment", true)
                        .referrals()
                        .getFirst()
                        .says())
                .endsWith("as number 1234.");
    }

    @Test
    void speaksOfAnAppointmentThatIsOverAsPast() {
        PersonStatus.OfReferral part = new StatusText(SPANISH, APPOINTMENT.plusSeconds(1), GUATEMALA)
                .of(found(), timeline(ReferralStatus.SCHEDULED), services("employment", false), NOBODY)
                .referrals()
                .getFirst();

        assertThat(part.appointment()).isNull();
        assertThat(part.says()).startsWith("Tuvo una cita");
    }

    @Test
    void showsTheReturnAndTheNextVisit() {
        CaseTimeline timeline = new CaseTimeline(List.of(), LocalDate.of(2025, 2, 1));
        PersonStatus status = status(SPANISH, timeline, "employment", false);

        assertThat(status.says()).isEqualTo("Su retorno del 2 de enero de 2025 está registrado.");
        assertThat(status.followUp().says()).contains("próxima visita", "1 de febrero de 2025");
        assertThat(status.advice()).startsWith("Todavía no se ha pedido ningún servicio");
    }

    @Test
    void showsWhatToDoWhereNobodyCameToAVisit() {
        CaseTimeline timeline = new CaseTimeline(List.of(), TODAY.minusDays(1));

        assertThat(status(Locale.ENGLISH, timeline, "employment", false)
                        .followUp()
                        .says())
                .contains("was planned for January 31, 2025", "If nobody has contacted you");
    }

    @Test
    void showsWhetherConsentHoldsIsOverOrWasWithdrawn() {
        assertThat(consent(state(true, null), state(false, TODAY))).isEqualTo(ConsentStatus.VALID);
        assertThat(consent(state(false, TODAY.minusDays(1)))).isEqualTo(ConsentStatus.EXPIRED);
        assertThat(consent(state(true, null))).isEqualTo(ConsentStatus.WITHDRAWN);
    }

    private static StatusLookup.ConsentState state(boolean withdrawn, LocalDate validUntil) {
        return new StatusLookup.ConsentState(
                withdrawn, validUntil, List.of(ConsentPurpose.REFERRAL), List.of("node"), ConsentGiver.SELF);
    }

    @Test
    void showsInWordsOnlyTheConsentsThatHold() {
        StatusLookup.FoundCase found = new StatusLookup.FoundCase(
                CASE,
                LocalDate.of(2025, 1, 2),
                GUATEMALA,
                List.of(state(true, null), state(false, TODAY.minusDays(1)), state(false, TODAY)));
        assertThat(new StatusText(SPANISH, NOW, GUATEMALA)
                        .of(found, new CaseTimeline(List.of(), null), Map.of(), NOBODY)
                        .consent()
                        .given())
                .singleElement()
                .asString()
                .startsWith("Usted permitió este uso de sus datos: canalizarle a servicios. Los pueden recibir: las"
                        + " instituciones de Guatemala");
    }

    private static ConsentStatus consent(StatusLookup.ConsentState... consents) {
        StatusLookup.FoundCase found =
                new StatusLookup.FoundCase(CASE, LocalDate.of(2025, 1, 2), GUATEMALA, List.of(consents));
        return new StatusText(SPANISH, NOW, GUATEMALA)
                .of(found, new CaseTimeline(List.of(), null), Map.of(), NOBODY)
                .consent()
                .status();
    }

    private static PersonStatus.OfReferral referral(Locale language, ReferralStatus status, boolean restricted) {
        return status(language, timeline(status), "employment", restricted)
                .referrals()
                .getFirst();
    }

    private static PersonStatus status(Locale language, CaseTimeline timeline, String category, boolean restricted) {
        return new StatusText(language, NOW, GUATEMALA).of(found(), timeline, services(category, restricted), NOBODY);
    }

    private static CaseTimeline timeline(ReferralStatus status) {
        ReferralFact.Issued issued = CaseFactSamples.issued(CASE, CaseFactSamples.EMPLOYMENT);
        Instant appointment = status == ReferralStatus.SCHEDULED ? APPOINTMENT : null;
        return new CaseTimeline(List.of(new CaseTimeline.Referral(issued, status, appointment, null)), null);
    }

    private static Map<Services.Key, Service> services(String category, boolean restricted) {
        OfferId offer = new OfferId(CaseFactSamples.EMPLOYMENT);
        return Map.of(
                new Services.Key(CaseFactSamples.MEX, offer),
                new Service(
                        CaseFactSamples.MEX,
                        offer,
                        new LocalizedText("Bolsa de empleo", "Jobs"),
                        category,
                        restricted,
                        CaseFactSamples.PHONE,
                        "Secretaría del Trabajo",
                        ZoneId.of("America/Tijuana")));
    }

    private static StatusLookup.FoundCase found() {
        return new StatusLookup.FoundCase(CASE, LocalDate.of(2025, 1, 2), GUATEMALA, List.of(state(false, null)));
    }
}
