package org.puente.reception.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralNote;
import org.puente.contracts.ReferralStatus;
import org.puente.platform.testing.Wire;
import org.puente.reception.RegistrationForm;

@QuarkusTest
class StoredCaseFactTest extends StatusTest {
    @Test
    void showsWhereThePersonWasReferredAndWhatWasAnswered() {
        Registered who = registered();
        ReferralFact.Issued issued = refer(who, CaseFactSamples.EMPLOYMENT);
        eventually(who, answer -> assertThat(statuses(answer)).containsExactly("issued"));

        Wire.publish("mex", "referral", "gtm", CaseFactSamples.step(issued, ReferralStatus.ACCEPTED));

        eventually(who, answer -> {
            assertThat(statuses(answer)).containsExactly("accepted");
            assertThat(answer.<String>path("referrals[0].service")).isEqualTo("Nombre de mex-empleo");
            assertThat(answer.<String>path("referrals[0].kind")).isEqualTo("Trabajo");
            assertThat(answer.<String>path("referrals[0].institution")).isEqualTo("Secretaría del Trabajo");
            assertThat(answer.<String>path("referrals[0].phone")).isEqualTo(CaseFactSamples.PHONE);
            assertThat(answer.<String>path("referrals[0].says")).isEqualTo("El servicio aceptó atenderle.");
        });
    }

    @Test
    void showsTheAppointment() {
        Registered who = registered();
        ReferralFact.Issued issued = refer(who, CaseFactSamples.EMPLOYMENT);
        Wire.publish("mex", "referral", "gtm", CaseFactSamples.step(issued, ReferralStatus.SCHEDULED));

        eventually(
                who,
                answer -> assertThat(answer.<String>path("referrals[0].appointment"))
                        .isEqualTo("2099-12-01T09:00:00-06:00"));
    }

    @Test
    void showsThePlaceInTheWaitingList() {
        Registered who = registered();
        ReferralFact.Issued issued = refer(who, CaseFactSamples.EMPLOYMENT);
        Wire.publish("mex", "referral", "gtm", CaseFactSamples.step(issued, ReferralStatus.WAITLISTED));
        Wire.publish(
                "mex",
                "referral",
                "gtm",
                new ReferralNote.Queued(issued.referralId(), who.caseId(), CaseFactSamples.STPS, issued.answerBy(), 3));

        eventually(
                who,
                answer -> assertThat(answer.<String>path("referrals[0].says")).endsWith("con el número 3."));
    }

    @Test
    void knowsAnAnswerThatCameBeforeTheReferral() {
        Registered who = registered();
        ReferralFact.Issued issued = CaseFactSamples.issued(who.caseId(), CaseFactSamples.EMPLOYMENT);
        Wire.publish("mex", "referral", "gtm", CaseFactSamples.step(issued, ReferralStatus.DECLINED));
        awaitKept(who.caseId(), 1);
        Wire.publish("gtm", "referral", "mex", issued);

        eventually(who, answer -> assertThat(statuses(answer)).containsExactly("declined"));
    }

    @Test
    void showsOfAProtectedServiceThatItIsOne() {
        Registered who = registered();
        ReferralFact.Issued issued = refer(who, CaseFactSamples.SHELTER);
        Wire.publish("mex", "referral", "gtm", CaseFactSamples.step(issued, ReferralStatus.SCHEDULED));

        eventually(who, answer -> {
            assertThat(statuses(answer)).containsExactly("scheduled");
            assertThat(answer.<String>path("referrals[0].service")).isEqualTo("Un servicio protegido");
            assertThat(answer.asString()).doesNotContain("albergue", "Albergue", "Secretaría", CaseFactSamples.PHONE);
            assertThat(answer.<Object>path("referrals").toString()).doesNotContain("2099");
        });
    }

    @Test
    void showsTheNextFollowUp() {
        Registered who = registered();
        FollowUpFact.Planned first = CaseFactSamples.planned(who.caseId(), LocalDate.of(2099, 2, 1));
        Wire.publish("gtm", "followup", first);
        Wire.publish("gtm", "followup", CaseFactSamples.planned(who.caseId(), LocalDate.of(2099, 4, 1)));
        eventually(who, answer -> assertThat(nextVisit(answer)).isEqualTo("2099-02-01"));

        Wire.publish("gtm", "followup", CaseFactSamples.completed(first));

        eventually(who, answer -> assertThat(nextVisit(answer)).isEqualTo("2099-04-01"));
    }

    @Test
    void showsThatConsentWasWithdrawn() {
        Response response = register(RegistrationForm.filled());
        intake().delete("/v1/returns/%s/consents/%s"
                        .formatted(response.<String>path("caseId"), response.<String>path("consentId")))
                .then()
                .statusCode(204);

        Response answer = ask(response.path("statusCode"), BORN);

        assertThat(answer.<String>path("consent.status")).isEqualTo("withdrawn");
        assertThat(answer.<String>path("consent.says")).contains("fue retirado");
    }

    @Test
    void believesNoNodeThatSpeaksForAnother() {
        Registered who = registered();
        ReferralFact.Issued issued = refer(who, CaseFactSamples.EMPLOYMENT);
        settled(
                Wire.publish("hnd", "referral", "gtm", CaseFactSamples.step(issued, ReferralStatus.DELIVERED)),
                Wire.publish("hnd", "referral", "gtm", byHonduras(who.caseId())));

        eventually(who, answer -> assertThat(statuses(answer)).containsExactly("issued"));
    }

    @Test
    void keepsNothingOfCasesThatAreNotItsOwn() {
        CaseId foreign = new CaseId(UUID.randomUUID());
        ReferralFact.Issued issued = byHonduras(foreign);
        Wire.publish("hnd", "referral", "gtm", issued);
        Wire.publish("hnd", "referral", "gtm", CaseFactSamples.step(issued, ReferralStatus.CANCELLED));
        Registered who = registered();
        refer(who, CaseFactSamples.EMPLOYMENT);
        awaitKept(who.caseId(), 1);
        UUID last = Wire.publish("hnd", "referral", "gtm", issued);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> count("select count(*) from inbox where id = '" + last + "'") == 1);

        assertThat(kept(foreign)).isZero();
    }

    private static ReferralFact.Issued byHonduras(CaseId caseId) {
        return CaseFactSamples.issued(
                caseId,
                "gtm-oferta",
                new NodeId("hnd"),
                new InstitutionId("hnd-inm"),
                CaseFactSamples.GTM,
                CaseFactSamples.IGM);
    }

    private void awaitKept(CaseId caseId, int facts) {
        await().atMost(Duration.ofSeconds(60)).until(() -> kept(caseId) == facts);
    }

    private long kept(CaseId caseId) {
        return count("select count(*) from case_fact where case_id = '" + caseId + "'");
    }

    private static List<String> statuses(Response answer) {
        return answer.path("referrals.status");
    }

    private static String nextVisit(Response answer) {
        return answer.path("followUp.dueOn");
    }
}
