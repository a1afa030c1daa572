package org.puente.platform.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Access tokens as the realm issues them, signed by {@link TestRealm}'s key. */
public final class Tokens {
    private Tokens() {}

    /** A token of an institution's system. */
    public static String of(String node, String institution, String... roles) {
        return token(node, institution, Duration.ofMinutes(30), roles);
    }

    /** A token of a person of the region, who belongs to no institution. */
    public static String region(String... roles) {
        return token("region", null, Duration.ofMinutes(30), roles);
    }

    /** A token of an institution's system that is valid for so long. */
    public static String lasting(Duration lifetime, String node, String institution, String... roles) {
        return token(node, institution, lifetime, roles);
    }

    /** A token of a person who operates one node, and belongs to no institution. */
    public static String operator(String node) {
        return token(node, null, Duration.ofMinutes(30), "operator");
    }

    /** A token whose time is over. */
    public static String expired(String node, String institution, String... roles) {
        return token(node, institution, Duration.ofMinutes(-30), roles);
    }

    private static String token(String node, String institution, Duration lifetime, String... roles) {
        var claims = Jwt.subject("test-" + institution)
                .preferredUserName(institution == null ? "person" : institution)
                .audience("puente")
                .claim("node", node)
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .issuedAt(Instant.now().minus(Duration.ofHours(1)))
                .expiresAt(Instant.now().plus(lifetime));
        if (institution != null) {
            claims.claim("institution", institution);
        }
        return claims.sign(privateKey());
    }

    private static PrivateKey privateKey() {
        String encoded = ConfigProvider.getConfig().getValue(TestRealm.PRIVATE_KEY, String.class);
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
