package org.puente.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
    private static final byte[] BYTES = {0, -1, 10, 13, -128};
    private final EllipticCurveJsonWebKey key = key();

    private static EllipticCurveJsonWebKey key() {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId("test");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private String sealed() {
        return Seal.seal(BYTES, Map.of("part", "1/2"), key);
    }

    @Test
    void bytesComeOutAsTheyWentIn() {
        assertThat(Seal.openBytes(sealed(), new JsonWebKeySet(key))).isEqualTo(BYTES);
    }

    @Test
    void aLabelIsReadWithoutTheKey() {
        assertThat(Seal.label(sealed(), "part")).contains("1/2");
    }

    @Test
    void whatHasNoLabelHasNone() {
        assertThat(Seal.label(Seal.seal("text", key), "part")).isEmpty();
    }

    @Test
    void whatIsNoSealHasNoLabel() {
        assertThat(Seal.label("not a seal", "part")).isEmpty();
    }

    /** Whoever seals writes the header; the library trips over some. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'alg':'ECDH-ES+A256KW','enc':'A256GCM','kid':'test'}",
                "{'alg':'ECDH-ES+A256KW','enc':'A256GCM','kid':'test','epk':null}",
                "{'alg':'ECDH-ES+A256KW','enc':'A256GCM','kid':'test','epk':'x'}",
                "{'alg':'ECDH-ES+A256KW','enc':'A256GCM','kid':'test','epk':[]}",
                "{'alg':'ECDH-ES+A256KW','enc':'A256GCM','kid':'test','epk':{}}",
                "{'alg':5,'enc':5,'kid':'test'}",
                "{'kid':5}",
                "[]",
                "5",
                "null",
                ""
            })
    void aHeaderThatIsNoneIsABrokenSeal(String header) {
        String start = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(header.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Seal.open(start + ".AAAA.AAAA.AAAA.AAAA", new JsonWebKeySet(key)))
                .isInstanceOf(Seal.SealBroken.class);
    }

    @Test
    void aLabelThatWasExchangedBreaksTheSeal() {
        String jwe = sealed();
        int end = jwe.indexOf('.');
        String header = new String(Base64.getUrlDecoder().decode(jwe.substring(0, end)), StandardCharsets.UTF_8);
        String forged = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(header.replace("1/2", "2/2").getBytes(StandardCharsets.UTF_8))
                + jwe.substring(end);
        assertThatThrownBy(() -> Seal.openBytes(forged, new JsonWebKeySet(key))).isInstanceOf(Seal.SealBroken.class);
    }
}
