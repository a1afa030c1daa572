package org.puente.registry.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.NodePublished;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.NodeId;
import org.puente.platform.json.Json;
import org.puente.platform.testing.Tokens;
import org.puente.registry.Published;
import org.puente.registry.forms.Policies;

@QuarkusTest
class NodePublicationTest {
    private static final String SALUD = "offer/mex-salud";

    @Inject
    NodePublication opening;

    @Inject
    Policies policies;

    @Inject
    DataSource database;

    @ConfigProperty(name = "puente.keys.public")
    Path keyFile;

    @Test
    void publishesTheWholeOwnPartOfTheCatalogue() {

        Set<String> expected =
                Catalogue.read(Optional.empty()).partOf(new NodeId("mex"), Catalogue.englishNames()).stream()
                        .map(entry -> entry.place().id())
                        .collect(Collectors.toSet());
        Awaitility.await()
                .atMost(Published.PATIENCE)
                .untilAsserted(() -> assertThat(Published.read("hnd", "mex"))
                        .extracting(
                                record -> record.key().substring(record.key().indexOf('/') + 1))
                        .containsAll(expected));
    }

    @Test
    void publishesAnEntryAsACloudEventUnderItsSubject() {
        ConsumerRecord<String, String> record = first(SALUD);
        assertThat(Published.headers(record))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/mex/registry")
                .containsEntry("ce_type", "org.puente.offer.published.v1")
                .containsEntry("ce_subject", SALUD)
                .containsEntry("content-type", "application/json")
                .containsKeys("ce_id", "ce_time", "ce_dataschema", "traceparent");
    }

    @Test
    void fillsInTheAnswerTimesOfThePolicyAndTheNeedsOfTheCategory() throws IOException {
        OfferPublished offer = Json.mapper().readValue(first("offer/mex-empleo").value(), OfferPublished.class);
        assertThat(Json.write(offer.answerWithin()))
                .isEqualTo("{\"emergency\":\"PT24H\",\"urgent\":\"PT72H\",\"normal\":\"PT336H\"}");
        assertThat(Json.write(offer.needsFields()))
                .isEqualTo("[\"givenNames\",\"familyNames\",\"phones\",\"languages\",\"skills\"]");
        assertThat(offer.languages()).containsExactly("spa");
    }

    @Test
    void publishesTheNodeWithTheKeyThatOthersSealTo() throws IOException, JoseException {
        NodePublished node = Json.mapper().readValue(first("node/mex").value(), NodePublished.class);
        assertThat(node.country()).isEqualTo("MEX");
        assertThat(node.jwks().keys()).extracting(key -> key.kid()).allMatch(k -> k.startsWith("mex-"));
        assertThat(first("node/mex").value()).doesNotContain("\"d\"");
    }

    @Test
    void changesNothingAtASecondStart() throws Throwable {
        first("offer/mex-alimentacion");
        awaitEmptyOutbox(); // another test may have made it be published again
        int before = records("offer/mex-alimentacion").size();
        start();
        awaitEmptyOutbox();
        assertThat(records("offer/mex-alimentacion")).hasSize(before);
    }

    @Test
    void keepsAnEditorsWordAtASecondStart() throws Throwable {
        String path = "/v1/offers/mex-identidad";
        String token = Tokens.of("mex", "mex-renapo", "directory-editor");
        var before = given().auth().oauth2(token).get(path);
        ObjectNode body = (ObjectNode) read(before.asString());
        body.put("status", "paused");
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("If-Match", before.header("ETag"))
                .body(body.toString())
                .put(path)
                .then()
                .statusCode(200);
        start();
        assertThat(given().auth().oauth2(token).get(path).jsonPath().getString("status"))
                .isEqualTo("paused");
    }

    @Test
    void publishesOffersAnewThatThePolicyHasChanged() throws Throwable {
        String subject = "offer/mex-orientacion-juridica";
        first(subject);
        awaitEmptyOutbox();
        int before = records(subject).size();
        policies.answerWithin("P7D");
        try {
            start();
            List<ConsumerRecord<String, String>> records =
                    Published.await("mex", subject, found -> found.size() > before);
            assertThat(records.getLast().value()).contains("\"normal\":\"PT168H\"");
        } finally {
            policies.answerWithin("P14D");
            start();
        }
    }

    @Test
    void publishesTheNodeAnewWhenItsKeysChange() throws Throwable {
        String before = Files.readString(keyFile);
        int published = records("node/mex").size();
        EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId("mex-next");
        key.setUse("enc");
        key.setAlgorithm("ECDH-ES+A256KW");
        JsonWebKeySet both = new JsonWebKeySet(before);
        both.getJsonWebKeys().addFirst(key);
        try {
            put(both.toJson(OutputControlLevel.PUBLIC_ONLY));
            VertxContextSupport.subscribeAndAwait(opening::lookAtKeys);
            List<ConsumerRecord<String, String>> records =
                    Published.await("mex", "node/mex", found -> found.size() > published);
            assertThat(records.getLast().value()).contains("mex-next");
        } finally {
            put(before);
        }
    }

    private void start() throws Throwable {
        VertxContextSupport.subscribeAndAwait(opening::open);
    }

    private void awaitEmptyOutbox() {
        Awaitility.await().atMost(Published.PATIENCE).until(this::outbox, waiting -> waiting == 0);
    }

    /** At once: the service reads it at any time. */
    private void put(String keys) throws IOException {
        Path next = keyFile.resolveSibling(keyFile.getFileName() + ".next");
        Files.writeString(next, keys);
        Files.move(next, keyFile, StandardCopyOption.ATOMIC_MOVE);
    }

    private int outbox() throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet result = connection.createStatement().executeQuery("select count(*) from outbox")) {
            result.next();
            return result.getInt(1);
        }
    }

    private static ConsumerRecord<String, String> first(String subject) {
        return Published.await("mex", subject, records -> !records.isEmpty()).getFirst();
    }

    private static List<ConsumerRecord<String, String>> records(String subject) {
        return Published.read("hnd", "mex").stream()
                .filter(record -> record.key().equals(subject))
                .toList();
    }

    private static com.fasterxml.jackson.databind.JsonNode read(String json) throws JsonProcessingException {
        return Json.mapper().readTree(json);
    }
}
