package org.puente.system;

import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.puente.client.reception.api.ReturnsApi;
import org.puente.client.reception.model.ConsentGiver;
import org.puente.client.reception.model.ConsentPurpose;
import org.puente.client.reception.model.ConsentTerms;
import org.puente.client.reception.model.Destination;
import org.puente.client.reception.model.Person;
import org.puente.client.reception.model.RegisteredReturn;
import org.puente.client.reception.model.Registration;
import org.puente.client.reception.model.Sex;
import org.puente.client.reception.model.Will;
import org.puente.client.referral.ApiException;
import org.puente.client.referral.api.DossiersApi;
import org.puente.client.referral.api.ReferralsApi;
import org.puente.client.referral.model.AddFactRequest;
import org.puente.client.referral.model.Dimension;
import org.puente.client.referral.model.Need;
import org.puente.client.referral.model.Priority;
import org.puente.client.referral.model.ReferralOrder;
import org.puente.client.referral.model.ReferralStatus;
import org.puente.client.referral.model.ReferralView;
import org.puente.demo.Agency;
import org.puente.demo.Institutions;
import org.puente.demo.Region;

/** Carries a referral across a border with nothing but what was generated from the documents. */
record GeneratedClients(Region addresses, Institutions institutions) {
    private static final String RECEPTION = "gtm-igm";
    private static final String RECIPIENT = "hnd-sreci";
    private static final String OFFER = "hnd-reinsercion";
    private static final Duration SOON = Duration.ofMinutes(2);

    /** What the two ends see once the recipient has accepted. */
    record Carried(ReferralView atIssuer, ReferralView atRecipient, Map<String, Object> dossier) {}

    Carried carry(LocalDate returnedOn) throws Exception {
        RegisteredReturn registered = reception().registerReturn(registration(returnedOn), "es", "generated-1");
        ReferralsApi issuer = new ReferralsApi(referral("gtm", RECEPTION));
        UUID id = issued(issuer, registered).getReferralId();
        ReferralsApi recipient = new ReferralsApi(referral("hnd", RECIPIENT));
        ReferralView accepted =
                recipient.addFact(id, new AddFactRequest().type(ReferralStatus.ACCEPTED), "generated-3", null);
        await().atMost(SOON).until(() -> issuer.readReferral(id, "es", null).getStatus() == ReferralStatus.ACCEPTED);
        return new Carried(issuer.readReferral(id, "es", null), accepted, dossier(id));
    }

    /** Sent once: the request waits for the case, its consent and its dossier. */
    private static ReferralView issued(ReferralsApi issuer, RegisteredReturn registered) throws ApiException {
        ReferralOrder order = new ReferralOrder()
                .caseId(registered.getCaseId())
                .consentId(registered.getConsentId())
                .offerId(OFFER)
                .need(new Need()
                        .dimension(Dimension.SOCIAL)
                        .category("one-stop-desk")
                        .urgency(Priority.NORMAL));
        return issuer.issueReferral(order, "generated-2", null);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> dossier(UUID referral) throws ApiException {
        return (Map<String, Object>) new DossiersApi(referral("hnd", RECIPIENT)).readDossier(referral, null, null);
    }

    private static Registration registration(LocalDate returnedOn) {
        return new Registration()
                .person(new Person()
                        .givenNames("Elsa")
                        .familyNames("Generada")
                        .birthDate(LocalDate.of(1991, 7, 8))
                        .sex(Sex.F)
                        .nationality("HND"))
                .returnedOn(returnedOn)
                .receptionPoint("gtm-fag")
                .returnedFrom("USA")
                .will(Will.FORCED)
                .destination(new Destination().country("HND").subdivision("HN-FM"))
                .consent(new ConsentTerms()
                        .purposes(List.of(ConsentPurpose.REFERRAL))
                        .scope(List.of("region"))
                        .givenBy(ConsentGiver.SELF)
                        .validUntil(LocalDate.of(2099, 12, 31)));
    }

    private ReturnsApi reception() {
        org.puente.client.reception.ApiClient client = new org.puente.client.reception.ApiClient();
        client.updateBaseUri(addresses.of("gtm", "reception"));
        client.setRequestInterceptor(bearer(institutions.system(RECEPTION)));
        return new ReturnsApi(client);
    }

    private org.puente.client.referral.ApiClient referral(String node, String institution) {
        org.puente.client.referral.ApiClient client = new org.puente.client.referral.ApiClient();
        client.updateBaseUri(addresses.of(node, "referral"));
        client.setRequestInterceptor(bearer(institutions.system(institution)));
        return client;
    }

    private static Consumer<HttpRequest.Builder> bearer(Agency agency) {
        return request -> request.header("Authorization", "Bearer " + agency.token());
    }
}
