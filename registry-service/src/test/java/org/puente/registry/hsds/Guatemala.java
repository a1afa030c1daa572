package org.puente.registry.hsds;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.puente.contracts.CapacityUnit;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.contracts.DirectoryFact.NodePublished;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.InstitutionKind;
import org.puente.contracts.Jwks;
import org.puente.contracts.Mandate;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReceptionPoint;
import org.puente.contracts.ReceptionPointId;
import org.puente.contracts.ReceptionPointKind;
import org.puente.platform.testing.Wire;
import org.puente.registry.Published;
import org.puente.registry.directory.Offers;
import org.puente.registry.directory.StableId;

/** What another node publishes of itself. */
final class Guatemala {
    static final NodeId GTM = new NodeId("gtm");
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Guatemala() {}

    static String path(OfferPublished offer) {
        return "/hsds/services/" + StableId.of(GTM, offer.subject());
    }

    /** Publishes an offer of which everything is known, and waits until it is shown. */
    static OfferPublished publish() {
        return publish("Taller");
    }

    static OfferPublished publish(String name) {
        OfferPublished offer = Offers.guatemalan(name, NOON);
        publish(offer);
        return offer;
    }

    static void publish(OfferPublished offer) {
        Wire.publish(
                "gtm",
                "registry",
                new NodePublished(GTM, "GTM", "Guatemala", "America/Guatemala", new Jwks(List.of()), NOON));
        Wire.publish(
                "gtm",
                "registry",
                new InstitutionPublished(
                        offer.institution(),
                        GTM,
                        "Ministerio de Trabajo",
                        InstitutionKind.GOVERNMENT,
                        List.of(Mandate.REINTEGRATION),
                        List.of(new ReceptionPoint(
                                new ReceptionPointId("gtm-zona-18"), "Ventanilla Zona 18", ReceptionPointKind.CENTRE)),
                        DirectoryStatus.ACTIVE,
                        null,
                        NOON));
        Wire.publish("gtm", "referral", capacity(offer, 7, NOON));
        Wire.publish("gtm", "registry", offer);
        Awaitility.await()
                .atMost(Published.PATIENCE)
                .untilAsserted(() -> given().get(path(offer))
                        .then()
                        .statusCode(200)
                        .body("capacities.size()", equalTo(1))
                        .body("organization.name", equalTo("Ministerio de Trabajo"))
                        .body("schedules.timezone", contains(-6.0f)));
    }

    static CapacityChanged capacity(OfferPublished offer, int available, Instant at) {
        return new CapacityChanged(
                offer.offerId(), offer.institution(), GTM, available, 30, CapacityUnit.PERSONS, 0, at);
    }
}
