package org.puente.followup;

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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.puente.contracts.FollowUpFact.Planned;
import org.puente.followup.dossiers.Round;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Purpose;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.Wire;

/** The node gets a new key while its service runs, as its operators give it one. */
@QuarkusTest
class RotationTest extends FollowUpServiceTestBase {
    @ConfigProperty(name = "puente.keys.public")
    Path publicSet;

    @ConfigProperty(name = "puente.keys.private")
    Path privateSet;

    @Inject
    NodeKeys keys;

    @Inject
    Round round;

    @Test
    void whatWasSealedToAnOlderKeyStaysReadable() throws Exception {
        Person person = visitable();
        JsonWebKeySet before = keys.own();
        try {
            rotate();
            dossier(person).statusCode(200);
        } finally {
            write(before);
        }
    }

    @Test
    void aDossierOutlivesTheKeyThatItWasSealedTo() throws Throwable {
        Person person = visitable();
        JsonWebKeySet before = keys.own();
        try {
            rotate();
            VertxContextSupport.subscribeAndAwait(round::reseal);
            write(new JsonWebKeySet(keys.own().getJsonWebKeys().getFirst()));
            dossier(person).statusCode(200).body("givenNames", equalTo("Zenaida"));
            assertThat(Purpose.is(
                            org.puente.contracts.ConsentPurpose.FOLLOW_UP,
                            query("select jwe from visit_dossier where case_id = '" + person.caseId() + "'")))
                    .isTrue();
        } finally {
            // The others' dossiers are under the new key now.
            List<JsonWebKey> all = new ArrayList<>(before.getJsonWebKeys());
            all.addAll(keys.own().getJsonWebKeys());
            write(new JsonWebKeySet(all));
        }
    }

    @Test
    void whatWasSealedToAKeyThatIsGoneIsReportedAsUnreadable() throws Exception {
        Person person = visitable();
        JsonWebKeySet before = keys.own();
        try {
            write(new JsonWebKeySet(key()));
            dossier(person).statusCode(409).body("type", equalTo("urn:puente:problem:dossier-unreadable"));
        } finally {
            write(before);
        }
    }

    private Person visitable() {
        Person person = planned(Person.goingTo("HN-CR"));
        Wire.publish("hnd", "reception", "hnd", person.sealed("Zenaida", Seal.newest(keys.published())));
        await().atMost(SOON).until(() -> dossier(person).extract().statusCode() == 200);
        return person;
    }

    private static ValidatableResponse dossier(Person person) {
        String followUp = published(person.caseId(), Planned.class)
                .getFirst()
                .followUpId()
                .toString();
        return as(MUNICIPAL).get("/v1/followups/{id}/dossier", followUp).then();
    }

    private void rotate() throws IOException, JoseException {
        List<JsonWebKey> all = new ArrayList<>(List.of(key()));
        all.addAll(keys.own().getJsonWebKeys());
        write(new JsonWebKeySet(all));
    }

    private static JsonWebKey key() throws JoseException {
        JsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId("hnd-" + UUID.randomUUID());
        return key;
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
}
