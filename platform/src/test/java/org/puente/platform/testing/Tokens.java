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
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** Access tokens as the realm issues them, signed by {@link TestRealm}'s key. */
public final class Tokens {
    /** Signing takes longer than most requests, and tests ask often as the same. */
    private static final Map<Claims, String> SIGNED = new ConcurrentHashMap<>();

    /** Longer than the tests of a service run. */
    private static final Duration HOLDS = Duration.ofHours(2);

    private record Claims(String node, String institution, Duration lifetime, List<String> roles, String key) {}

    private Tokens() {}

    /** A token of an institution's system. */
    public static String of(String node, String institution, String... roles) {
        return token(node, institution, HOLDS, roles);
    }

    /** A token of a person of the region, who belongs to no institution. */
    public static String region(String... roles) {
        return token("region", null, HOLDS, roles);
    }

    /** A token of an institution's system that is valid for so long. */
    public static String lasting(Duration lifetime, String node, String institution, String... roles) {
        return signed(new Claims(node, institution, lifetime, List.of(roles), key()));
    }

    /** A token of a person who operates one node, and belongs to no institution. */
    public static String operator(String node) {
        return token(node, null, HOLDS, "operator");
    }

    /** A token whose time is over. */
    public static String expired(String node, String institution, String... roles) {
        return token(node, institution, HOLDS.negated(), roles);
    }

    private static String token(String node, String institution, Duration lifetime, String... roles) {
        return SIGNED.computeIfAbsent(new Claims(node, institution, lifetime, List.of(roles), key()), Tokens::signed);
    }

    private static String signed(Claims of) {
        var claims = Jwt.subject("test-" + of.institution)
                .preferredUserName(of.institution == null ? "person" : of.institution)
                .audience("puente")
                .claim("node", of.node)
                .claim("realm_access", Map.of("roles", of.roles))
                .issuedAt(Instant.now().minus(Duration.ofHours(3)))
                .expiresAt(Instant.now().plus(of.lifetime));
        if (of.institution != null) {
            claims.claim("institution", of.institution);
        }
        return claims.sign(privateKey(of.key));
    }

    private static String key() {
        return ConfigProvider.getConfig().getValue(TestRealm.PRIVATE_KEY, String.class);
    }

    private static PrivateKey privateKey(String encoded) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
