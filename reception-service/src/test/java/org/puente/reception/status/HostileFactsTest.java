package org.puente.reception.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.Fact;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.InstitutionKind;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralNote;
import org.puente.contracts.ReferralStatus;
import org.puente.platform.testing.Wire;

/** Honduras, or the recipient itself, publishes what is not so. */
@QuarkusTest
class HostileFactsTest extends StatusTest {
    private static final String LIAR = "hnd";

    @Test
    void noFactOfAThirdNodeIsShownAndTheTruthIs() {
        Registered who = registered();
        ReferralFact.Issued issued = refer(who, CaseFactSamples.EMPLOYMENT);
        eventually(who, answer -> assertThat(statuses(answer)).containsExactly("issued"));
        UUID first = null;
        List<UUID> published = new ArrayList<>();
        for (ReferralStatus step : ReferralStatus.values()) {
            UUID id = UUID.randomUUID();
            first = first == null ? id : first;
            published.add(id);
            Wire.publish(id, LIAR, "referral", "gtm", CaseFactSamples.step(issued, step));
        }
        published.add(Wire.publish(LIAR, "referral", "gtm", queued(issued)));
        settledOrPutAside(published);

        assertThat(statuses(ask(who.code(), BORN))).containsExactly("issued");

        Wire.publish(first, "mex", "referral", "gtm", CaseFactSamples.step(issued, ReferralStatus.ACCEPTED));
        eventually(who, answer -> assertThat(statuses(answer)).containsExactly("accepted"));
    }

    @Test
    void theRecipientDoesNotSpeakInTheNameOfAnothersInstitution() {
        Registered who = registered();
        ReferralFact.Issued issued = refer(who, CaseFactSamples.EMPLOYMENT);
        ReferralFact.Accepted posing = new ReferralFact.Accepted(
                issued.referralId(),
                issued.caseId(),
                CaseFactSamples.IGM,
                issued.occurredAt().plusSeconds(60));
        settledOrPutAside(List.of(Wire.publish("mex", "referral", "gtm", posing)));
        eventually(who, answer -> assertThat(statuses(answer)).containsExactly("issued"));
    }

    @Test
    void noNodeFillsTheTableOfACaseAndTheTruthIsShownAllTheSame() {
        Registered who = registered();
        ReferralFact.Issued issued = refer(who, CaseFactSamples.EMPLOYMENT);
        List<UUID> published = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            published.add(Wire.publish(LIAR, "referral", "gtm", CaseFactSamples.step(issued, ReferralStatus.ACCEPTED)));
        }
        settledOrPutAside(published);
        assertThat(count("select count(*) from case_fact where source = 'hnd' and case_id = '" + who.caseId() + "'"))
                .isLessThan(800);
        Wire.publish("mex", "referral", "gtm", CaseFactSamples.step(issued, ReferralStatus.DECLINED));
        eventually(who, answer -> assertThat(statuses(answer)).containsExactly("declined"));
    }

    @Test
    void nobodyNamesAnothersServices() {
        Registered who = registered();
        refer(who, CaseFactSamples.EMPLOYMENT);
        OfferPublished offer = CaseFactSamples.offer(CaseFactSamples.EMPLOYMENT, "other", true);
        InstitutionPublished institution = new InstitutionPublished(
                CaseFactSamples.STPS,
                new NodeId(LIAR),
                "Ajena",
                InstitutionKind.GOVERNMENT,
                List.of(),
                List.of(),
                DirectoryStatus.ACTIVE,
                null,
                Instant.now().plusSeconds(60));
        settledOrPutAside(List.of(
                Wire.publish(LIAR, "registry", offer),
                Wire.publish(LIAR, "registry", CaseFactSamples.mexico()),
                Wire.publish(LIAR, "registry", institution)));
        eventually(who, answer -> assertThat(service(answer)).isEqualTo("Nombre de mex-empleo"));
        assertThat(count("select count(*) from directory_institution where name = 'Ajena'"))
                .isZero();
    }

    private static Fact queued(ReferralFact.Issued issued) {
        return new ReferralNote.Queued(
                issued.referralId(), issued.caseId(), new InstitutionId("hnd-x"), issued.occurredAt(), 1);
    }

    private static String service(Response answer) {
        return answer.path("referrals[0].service");
    }

    private static List<String> statuses(Response answer) {
        return answer.path("referrals.status");
    }
}
