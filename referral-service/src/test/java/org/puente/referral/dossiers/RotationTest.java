package org.puente.referral.dossiers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Tables;

/** The node gets a new key while its service runs, as its operators give it one. */
@QuarkusTest
class RotationTest extends ReferralServiceTestBase {
    @ConfigProperty(name = "puente.keys.public")
    Path publicSet;

    @ConfigProperty(name = "puente.keys.private")
    Path privateSet;

    @Inject
    NodeKeys keys;

    @Inject
    Resealing resealing;

    @Inject
    DataSource database;

    private static ValidatableResponse dossier(String referral) {
        return given().auth()
                .oauth2(Tokens.of("gtm", "gtm-work", "case-manager"))
                .get("/v1/referrals/{id}/dossier", referral)
                .then();
    }

    private String referred(String givenName) {
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        String referral = issued(arrived(RegionFacts.person(givenName), "region"), offer);
        await().atMost(SOON).until(() -> dossier(referral).extract().statusCode() == 200);
        return referral;
    }

    private String rotated() throws IOException {
        String kid = "gtm-" + UUID.randomUUID();
        List<JsonWebKey> all = new ArrayList<>(List.of(RegionFacts.key(kid)));
        all.addAll(keys.own().getJsonWebKeys());
        write(new JsonWebKeySet(all));
        return kid;
    }

    /** The key of before is taken out. */
    private void replaced(String kid) throws IOException {
        write(new JsonWebKeySet(RegionFacts.key(kid)));
    }

    private void write(JsonWebKeySet set) throws IOException {
        put(privateSet, set.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        put(publicSet, set.toJson(OutputControlLevel.PUBLIC_ONLY));
    }

    /** At once: the service reads them at any time. */
    private static void put(Path file, String text) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void whatWasSealedToAnOlderKeyStaysReadable() throws IOException {
        String referral = referred("Marta");
        rotated();
        dossier(referral).statusCode(200).body("givenNames", equalTo("Marta"));
    }

    @Test
    void whatIsSealedFromNowOnIsSealedToTheNewKey() throws IOException {
        String kid = rotated();
        assertThat(Seal.newest(keys.published()).getKeyId()).isEqualTo(kid);
        dossier(referred("Elsa")).body("givenNames", equalTo("Elsa"));
    }

    @Test
    void aCaseOutlivesTheKeyThatItWasSealedTo() throws Throwable {
        JsonWebKeySet before = keys.own();
        Arrived person = arrived();
        issued(person, published(RegionFacts.offer(offerId("hnd"), null, LONG)));
        try {
            rotated();
            VertxContextSupport.subscribeAndAwait(resealing::tick);
            write(new JsonWebKeySet(keys.own().getJsonWebKeys().getFirst()));
            assertThat(issued(person, published(RegionFacts.offer(offerId("hnd"), null, LONG))))
                    .isNotNull();
        } finally {
            write(before);
        }
    }

    @Test
    void whatWasSealedToAKeyThatIsGoneIsReportedAsUnreadable() throws IOException {
        JsonWebKeySet before = keys.own();
        String referral = referred("Nora");
        try {
            replaced("gtm-other");
            dossier(referral).statusCode(409).body("type", equalTo("urn:puente:problem:dossier-unreadable"));
        } finally {
            write(before);
        }
    }

    @Test
    void aRedirectIsRecordedAlsoWhereItCannotBeFollowed() throws IOException {
        JsonWebKeySet before = keys.own();
        Arrived person = arrived();
        OfferPublished first = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        OfferPublished next = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        String referral = issued(person, first);
        await().atMost(SOON).until(() -> Tables.has(database, next));
        try {
            replaced("gtm-other");
            Wire.publish(
                    "hnd",
                    "referral",
                    "gtm",
                    new ReferralFact.Redirected(
                            new ReferralId(UUID.fromString(referral)),
                            person.caseId(),
                            first.institution(),
                            Instant.now(),
                            next.offerId(),
                            null));
            await().atMost(SOON).until(() -> "redirected".equals(status(referral)));
        } finally {
            write(before);
        }
    }
}
