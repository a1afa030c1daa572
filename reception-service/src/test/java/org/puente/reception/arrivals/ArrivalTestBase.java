package org.puente.reception.arrivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.puente.contracts.ArrivalFact.ManifestErased;
import org.puente.contracts.ArrivalFact.ManifestSealed;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.Fact;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.platform.json.Json;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.Wire;
import org.puente.reception.FlightPeople;
import org.puente.reception.ReceptionTest;

/** Arrivals that Guatemala's own institutions and Mexico's announce to Guatemala. */
abstract class ArrivalTestBase extends ReceptionTest {
    static final NodeId GTM = new NodeId("gtm");
    static final String CONSENT =
            "\"consent\": {\"purposes\": [\"referral\"], \"scope\": [\"region\"], \"givenBy\": \"self\"}";

    static final String ALL_DATA = "\"person\": {\"givenNames\": \"" + ArrivalForm.NAME
            + "Tarde\", \"birthDate\": \"1980-01-01\", \"sex\": \"F\", \"nationality\": \"GTM\"}";

    @Inject
    NodeKeys keys;

    /** A part as another node seals it, before somebody changes what stands outside. */
    record Part(ArrivalForm form, int version, int part, int parts, List<ManifestPerson> people) {
        ManifestPart inside() {
            return new ManifestPart(
                    new ArrivalId(UUID.fromString(form.id())),
                    new InstitutionId("mex-inm"),
                    version,
                    part,
                    parts,
                    form.request().announcement(),
                    people);
        }
    }

    /** A version that is one part. */
    static Part whole(ArrivalForm form) {
        return new Part(form, 1, 1, 1, form.request().people());
    }

    ManifestSealed sealed(Part part) {
        return sealed(part, Json.write(part.inside()));
    }

    ManifestSealed sealed(Part part, String contents) {
        JsonWebKey key = Seal.newest(keys.published());
        return new ManifestSealed(
                part.inside().arrivalId(),
                new InstitutionId("mex-inm"),
                Instant.now(),
                GTM,
                part.version(),
                part.part(),
                part.parts(),
                key.getKeyId(),
                Seal.seal(contents, key));
    }

    static ManifestErased erased(ArrivalForm form, int version) {
        return new ManifestErased(
                new ArrivalId(UUID.fromString(form.id())), new InstitutionId("mex-inm"), Instant.now(), version);
    }

    static UUID fromMexico(Fact fact) {
        return Wire.publish("mex", "reception", "gtm", fact);
    }

    /** Sends a whole manifest from Mexico, and waits until it is here. */
    ArrivalForm announcedFromMexico(int people) {
        ArrivalForm form = ArrivalForm.to("gtm-fag").people(people);
        fromMexico(sealed(whole(form)));
        assertThat(arrival(form).statusCode()).isEqualTo(200);
        return form;
    }

    static Response arrival(ArrivalForm form) {
        return arrival(intake(), form);
    }

    static Response arrival(RequestSpecification institution, ArrivalForm form) {
        return institution.header("Prefer", "wait=20").get("/v1/arrivals/" + form.id() + "?box=incoming");
    }

    static Response manifest(ArrivalForm form) {
        return intake().get("/v1/arrivals/" + form.id() + "/manifest");
    }

    /** Registers somebody as the first version of the manifest has them. */
    static Response register(ArrivalForm form, int entry, String patch) {
        return register(form, entry, "\"1\"", patch);
    }

    static Response register(ArrivalForm form, int entry, String ifMatch, String patch) {
        return intake().header("If-Match", ifMatch)
                .body("{" + patch + "}")
                .post(address(form) + "/manifest/" + entry + "/return");
    }

    static String address(ArrivalForm form) {
        return "/v1/arrivals/" + form.id();
    }

    static Response close(ArrivalForm form) {
        return close(form, "{}");
    }

    static Response close(ArrivalForm form, String body) {
        return intake().body(body).post(address(form) + "/closing");
    }

    static Response replace(ArrivalForm form, String ifMatch) {
        return intake().header("If-Match", ifMatch).body(form.json().toString()).put(address(form));
    }

    /** Records the landing of its flight, today. */
    static void landed(ArrivalForm form) {
        intake().body("{\"flight\": %s, \"mode\": \"air\"}".formatted(FlightPeople.json(form.reference())))
                .post("/v1/landings")
                .then()
                .statusCode(200);
    }

    void awaitVersion(ArrivalForm form, int version) {
        await().atMost(Duration.ofSeconds(30)).until(() -> arrival(form).<Integer>path("version") == version);
    }
}
