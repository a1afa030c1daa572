package org.puente.reception.certificates;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a counter reads from the QR code, and what it must not believe. */
@QuarkusTest
class StatementTest extends CertificateTestBase {
    private static final Instant NOW = Instant.now();

    private OfflineVerifier verifier() {
        return new OfflineVerifier(given().get("/v1/certificate-keys").asString(), "gtm");
    }

    @Test
    void isReadFromThePaperAndVerifiedWithThePublishedKeyAlone() throws IOException {
        Response issued = issued(registered());
        JsonNode claims =
                verifier().verify(RenderedPdf.qr(printed(issued)), NOW).orElseThrow();

        assertThat(claims.path("jti").asText()).isEqualTo(code(issued).replace("-", ""));
        assertThat(claims.path("initials").asText()).isEqualTo("ZQ");
        assertThat(claims.path("returned").asText()).isEqualTo("2025-01-02");
        assertThat(claims.path("exp").asLong())
                .isEqualTo(today().plusYears(1)
                        .plusDays(1)
                        .atStartOfDay(ZoneId.of("America/Guatemala"))
                        .toEpochSecond());
    }

    @Test
    void saysNothingElseOfThePerson() {
        JsonNode claims = verifier().verify(statement(), NOW).orElseThrow();
        assertThat(claims.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("iss", "jti", "initials", "returned", "exp");
    }

    @Test
    void isShorterThan600Characters() {
        assertThat(statement().length()).isLessThan(600);
    }

    @Test
    void isNotValidAfterItsLastDay() {
        Instant after = today().plusYears(1)
                .plusDays(1)
                .atStartOfDay(ZoneId.of("America/Guatemala"))
                .toInstant();
        assertThat(verifier().verify(statement(), after)).isEmpty();
        assertThat(verifier().verify(statement(), after.minusSeconds(1))).isPresent();
    }

    @Test
    void keysArePublishedWithoutTheirPrivatePart() {
        Response keys = given().get("/v1/certificate-keys");

        assertThat(keys.<String>path("keys[0].alg")).isEqualTo("ES256");
        assertThat(keys.<String>path("keys[0].use")).isEqualTo("sig");
        assertThat(keys.asString()).doesNotContain("\"d\"");
    }

    static Stream<String> forgeries() {
        return Stream.of(
                "signature changed",
                "signature cut",
                "code changed",
                "another node's key",
                "another key under a known kid",
                "alg none",
                "alg HS256 with the public key",
                "another type",
                "no statement");
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void aForgedOneIsBelievedNeitherWithoutNetworkNorWithIt(String forgery) throws JoseException {
        String forged = forged(forgery);

        assertThat(forged.split("\\.", -1).length == 3 ? verifier().verify(forged, NOW) : java.util.Optional.empty())
                .isEmpty();
        assertThat(given().header("X-Forwarded-For", address)
                        .formParam("shown", forged)
                        .post("/certificate")
                        .statusCode())
                .isEqualTo(404);
    }

    private String forged(String forgery) throws JoseException {
        String genuine = statement();
        String[] parts = genuine.split("\\.");
        String header = decoded(parts[0]);
        String claims = decoded(parts[1]);
        return switch (forgery) {
            case "signature changed" -> parts[0] + "." + parts[1] + "." + flipped(parts[2]);
            case "signature cut" -> parts[0] + "." + parts[1] + ".";
            case "code changed" ->
                parts[0] + "." + encoded(claims.replaceFirst("\"jti\":\"....", "\"jti\":\"0000")) + "." + parts[2];
            case "another node's key" ->
                signed(claims.replace("gtm", "mex"), "mex-sign-2026", "puente-certificate+jwt");
            case "another key under a known kid" ->
                signed(claims, given().get("/v1/certificate-keys").path("keys[0].kid"), "puente-certificate+jwt");
            case "alg none" -> encoded(header.replace("ES256", "none")) + "." + parts[1] + ".";
            case "alg HS256 with the public key" ->
                encoded(header.replace("ES256", "HS256")) + "." + parts[1] + "." + parts[2];
            case "another type" ->
                encoded(header.replace("puente-certificate+jwt", "JWT")) + "." + parts[1] + "." + parts[2];
            default -> "....";
        };
    }

    private static String signed(String claims, String kid, String type) throws JoseException {
        EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue("ES256");
        jws.setKeyIdHeaderValue(kid);
        jws.setHeader("typ", type);
        jws.setKey(key.getPrivateKey());
        jws.setPayload(claims);
        return jws.getCompactSerialization();
    }

    private static String flipped(String signature) {
        byte[] bytes = Base64.getUrlDecoder().decode(signature);
        bytes[10] ^= 1;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String statement() {
        return issued(registered()).path("statement");
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
