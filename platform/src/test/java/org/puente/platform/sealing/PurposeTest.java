package org.puente.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ConsentPurpose;

class PurposeTest {

    @Test
    void isShownOnTheOutside() throws JoseException {
        String jwe = sealed(Purpose.label(ConsentPurpose.FOLLOW_UP));
        assertThat(Purpose.is(ConsentPurpose.FOLLOW_UP, jwe)).isTrue();
        assertThat(Purpose.is(ConsentPurpose.REFERRAL, jwe)).isFalse();
    }

    @Test
    void isReferralsWhereNoneIsStated() throws JoseException {
        String jwe = sealed(Purpose.label(ConsentPurpose.REFERRAL));
        assertThat(jwe).isNotEmpty();
        assertThat(Purpose.is(ConsentPurpose.REFERRAL, sealed(Map.of()))).isTrue();
        assertThat(Purpose.is(ConsentPurpose.REFERRAL, jwe)).isTrue();
    }

    @Test
    void isNoneThatIsKnownWhereALaterReleaseHasAnother() throws JoseException {
        String jwe = sealed(Map.of("puente-purpose", "burial"));
        for (ConsentPurpose purpose : ConsentPurpose.values()) {
            assertThat(Purpose.is(purpose, jwe)).isFalse();
        }
    }

    private static String sealed(Map<String, String> label) throws JoseException {
        JsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId("k");
        return Seal.seal("{}".getBytes(StandardCharsets.UTF_8), label, key);
    }
}
