package org.puente.reception.arrivals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.contracts.ArrivalFact;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.contracts.DirectoryFact.NodePublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.InstitutionKind;
import org.puente.contracts.Jwk;
import org.puente.contracts.Jwks;
import org.puente.contracts.Mandate;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReceptionPoint;
import org.puente.contracts.ReceptionPointId;
import org.puente.contracts.ReceptionPointKind;
import org.puente.contracts.ReturnFact;
import org.puente.platform.json.Json;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;

/** An institution of this node announces an arrival. */
@QuarkusTest
class AnnouncingTest extends ArrivalTestBase {
    private static final NodeId HND = new NodeId("hnd");

    private final ArrivalForm form = ArrivalForm.to("gtm-fag").people(2);

    @Test
    void theRegionLearnsHowManyComeAndNobodysName() {
        Response announced = form.announce();

        assertThat(announced.statusCode()).as(announced.asString()).isEqualTo(201);
        assertThat(awaitFacts(RETURNS, form.id(), ReturnFact.Announced.class, 1))
                .singleElement()
                .satisfies(fact -> assertThat(fact.headcount())
                        .singleElement()
                        .satisfies(group -> assertThat(group.count()).isEqualTo(2)))
                .satisfies(fact -> assertThat(fact.transport().reference()).isEqualTo(form.reference()));
        awaitEmptyOutbox();
        assertThat(Wire.dump(RETURNS)).noneMatch(record -> record.value().contains(ArrivalForm.NAME));
        assertThat(Wire.dump(DOSSIERS)).noneMatch(record -> record.value().contains(ArrivalForm.NAME));
    }

    @Test
    void theAnswerShowsWhatWasAnnouncedWithoutThePeople() {
        Response announced =
                form.person().which("prepare", "['wheelchair']").announceBy(intake().header("Accept-Language", "es"));

        assertThat(announced.<String>path("box")).isEqualTo("outgoing");
        assertThat(announced.<Integer>path("expected")).isEqualTo(3);
        assertThat(announced.<Integer>path("manifest.listed")).isEqualTo(3);
        assertThat(announced.<String>path("prepare[0].name")).isEqualTo("Silla de ruedas");
        assertThat(announced.<String>path("languages[0].name")).isEqualTo("mam");
        assertThat(announced.header("ETag")).isEqualTo("\"1\"");
        assertThat(announced.asString()).doesNotContain(ArrivalForm.NAME);
        assertThat(intake().get(announced.header("Location")).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsAnnouncedToTheOwnNodeArrivesThereTheSameWay() {
        form.announce();

        Response arrival = arrival(form);

        assertThat(arrival.statusCode()).as(arrival.asString()).isEqualTo(200);
        assertThat(arrival.<String>path("announcedBy.institution")).isEqualTo("gtm-igm");
        assertThat(arrival.<Integer>path("manifest.people")).isEqualTo(2);
    }

    @Test
    void aManifestForAnotherNodeIsSealedToItAloneInParts() throws JoseException {
        EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId("hnd-test-" + UUID.randomUUID());
        publishHonduras(key);
        ArrivalForm toHonduras = ArrivalForm.to("hnd-camr-sps").people(ManifestPart.PEOPLE + 1);
        await().atMost(Duration.ofSeconds(30)).until(() -> toHonduras.announce().statusCode(), status -> status == 201);

        List<ArrivalFact.ManifestSealed> parts =
                awaitFacts("puente.gtm.dossiers.hnd", toHonduras.id(), ArrivalFact.ManifestSealed.class, 2);

        assertThat(parts).hasSize(2).allSatisfy(part -> {
            assertThat(part.to()).isEqualTo(HND);
            assertThat(part.kid()).isEqualTo(key.getKeyId());
            ManifestPart inside = Json.read(Seal.open(part.jwe(), new JsonWebKeySet(key)), ManifestPart.class);
            assertThat(inside.isOf(part)).isTrue();
            assertThat(inside.people()).hasSize(part.part() == 1 ? ManifestPart.PEOPLE : 1);
        });
    }

    @Test
    void aWholeFlightIsAnnouncedAtOnce() {
        ArrivalForm large = ArrivalForm.to("gtm-fag").people(AnnounceRequest.MAX_PEOPLE);

        assertThat(large.announce().statusCode()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> arrival(large).<Integer>path("manifest.people") == AnnounceRequest.MAX_PEOPLE);
        assertThat(large.person()
                        .with("arrivalId", "'" + UUID.randomUUID() + "'")
                        .announce()
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aWholeFlightOfWhomMuchIsKnownFitsIntoOneRequest() {
        ArrivalForm large = ArrivalForm.to("gtm-fag");
        for (int i = 0; i < AnnounceRequest.MAX_PEOPLE; i++) {
            large.person()
                    .which("household", "{'id': '" + UUID.randomUUID() + "', 'role': 'head'}")
                    .which("profiles", "['pregnant', 'older-person']")
                    .which("prepare", "['wheelchair', 'medical-care', 'interpreter']")
                    .which("person", MUCH.formatted(i, i));
        }
        assertThat(large.json().toString().length()).isBetween(262_145, 1_048_576);

        Response announced = large.announce();

        assertThat(announced.statusCode()).as(announced.asString()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> arrival(large).<Integer>path("manifest.people") == AnnounceRequest.MAX_PEOPLE);
    }

    private static final String MUCH = """
        {'givenNames': 'María de los Ángeles Guadalupe %d', 'familyNames': 'Hernández Rodríguez de la Cruz',
         'birthDate': '1955-03-14', 'sex': 'F', 'nationality': 'GTM', 'languages': ['mam', 'spa', 'eng'],
         'phones': ['+50255550000', '+12135550100'],
         'documents': [{'kind': 'passport', 'number': 'G1%07d'}, {'kind': 'other', 'number': 'A0123456789'}],
         'papers': [{'paper': 'birth-certificate', 'step': 'asked', 'on': '2026-01-02'},
                    {'paper': 'passport', 'step': 'asked', 'on': '2026-01-02'}]}
        """;

    @Test
    void anInstitutionOfWhichItIsNotKnownWhatItDoesMustWait() {
        Wire.publish("gtm", "registry", institution("gtm-formerly", "gtm", Mandate.CONSULAR));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> form.announceBy(by("gtm-formerly")).statusCode(), status -> status == 201);
        execute("update directory_institution set mandates = null where id = 'gtm-formerly'");

        Response refused = form.announceBy(by("gtm-formerly"));

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.<String>path("type")).endsWith("mandates-missing");
        assertThat(refused.header("Retry-After")).isEqualTo("60");
    }

    @Test
    void theSameIdIsNotAnnouncedTwice() {
        form.announce();

        Response again = form.announce();

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.<String>path("type")).endsWith("arrival-id-taken");
        assertThat(form.announceBy(by("gtm-other")).statusCode()).isEqualTo(409);
    }

    @Test
    void theSameRequestUnderOneKeyAnnouncesOnce() {
        String key = UUID.randomUUID().toString();
        form.without("arrivalId");
        Response first = form.announceBy(intake().header("Idempotency-Key", key));

        assertThat(form.announceBy(intake().header("Idempotency-Key", key)).asString())
                .isEqualTo(first.asString());
    }

    @Test
    void onlyWhoReceivesOrIsAConsulateAnnounces() {
        Response refused = form.announceBy(by("gtm-bank"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.<String>path("type")).endsWith("not-an-announcer");
    }

    @Test
    void aConsulatesCaseManagerAnnouncesToo() {
        Wire.publish("gtm", "registry", institution("gtm-minex", "gtm", Mandate.CONSULAR));

        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> form.announceBy(given().auth()
                                        .oauth2(Tokens.of("gtm", "gtm-minex", "case-manager"))
                                        .contentType("application/json"))
                                .statusCode(),
                        status -> status == 201);
    }

    @ParameterizedTest
    @CsvSource({
        "receptionPoint, 'nowhere', /receptionPoint, arrival-point-unknown",
        "expectedAt, '2020-01-01T00:00:00Z', /expectedAt, arrival-time-out-of-range",
        "returnedFrom, 'QQQ', /returnedFrom, country-unknown",
        "transport, {'mode': 'rocket'}, /transport/mode, not-a-code",
        "surname, 'Pérez', /surname, unknown-field"
    })
    void namesWhatIsWrong(String name, String value, String pointer, String code) {
        String json = value.startsWith("{") ? value : "'" + value.replace("'", "") + "'";
        Response refused = form.with(name, json).announce();

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo(pointer);
        assertThat(refused.<String>path("errors[0].code")).isEqualTo(code);
    }

    @Test
    void anotherNodeDrawsNoManifestToItselfByPublishingOurPoint() {
        Wire.publish(
                "mex",
                "registry",
                new NodePublished(
                        new NodeId("mex"), "MEX", "México", "America/Mexico_City", new Jwks(List.of()), Instant.now()));
        Wire.publish(
                "mex", "registry", institution("mex-inm", "mex", Mandate.RECEPTION, "gtm-stolen-point", "mex-aifa"));
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> ArrivalForm.to("mex-aifa").person().announce().<String>path("type"),
                        type -> type.endsWith("node-key-missing"));

        assertThat(ArrivalForm.to("gtm-stolen-point").person().announce().<String>path("errors[0].code"))
                .isEqualTo("arrival-point-unknown");
    }

    private static void publishHonduras(EllipticCurveJsonWebKey key) {
        Jwk jwk = new Jwk(
                "EC",
                "P-256",
                (String) key.toParams(OutputControlLevel.PUBLIC_ONLY).get("x"),
                (String) key.toParams(OutputControlLevel.PUBLIC_ONLY).get("y"),
                "enc",
                "ECDH-ES+A256KW",
                key.getKeyId());
        Wire.publish(
                "hnd",
                "registry",
                new NodePublished(
                        HND, "HND", "Honduras", "America/Tegucigalpa", new Jwks(List.of(jwk)), Instant.now()));
        Wire.publish("hnd", "registry", institution("hnd-inm", "hnd", Mandate.RECEPTION, "hnd-camr-sps"));
    }

    private static InstitutionPublished institution(String id, String node, Mandate does, String... points) {
        return new InstitutionPublished(
                new InstitutionId(id),
                new NodeId(node),
                "Institución " + id,
                InstitutionKind.GOVERNMENT,
                List.of(does),
                Arrays.stream(points)
                        .map(point -> new ReceptionPoint(
                                new ReceptionPointId(point), "Centro " + point, ReceptionPointKind.AIRPORT))
                        .toList(),
                DirectoryStatus.ACTIVE,
                null,
                Instant.now());
    }
}
