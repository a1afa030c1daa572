package org.puente.local.realm;

import java.util.List;
import java.util.Map;

/** Keycloak's protocol mappers: what they put into an access token. */
final class Mappers {
    private Mappers() {}

    /** The same value in every token of a client. */
    static Map<String, Object> fixed(String claim, String value) {
        return mapper(
                claim,
                "oidc-hardcoded-claim-mapper",
                Map.of(
                        "claim.name",
                        claim,
                        "claim.value",
                        value,
                        "jsonType.label",
                        "String",
                        "access.token.claim",
                        "true"));
    }

    /** What an administrator has written down for the person who logs in. */
    static Map<String, Object> ofPerson(String claim) {
        return mapper(
                claim,
                "oidc-usermodel-attribute-mapper",
                Map.of(
                        "user.attribute", claim,
                        "claim.name", claim,
                        "jsonType.label", "String",
                        "access.token.claim", "true",
                        "id.token.claim", "true"));
    }

    /** Names those whom a token is for; the services take no other. */
    static Map<String, Object> audience() {
        return mapper(
                "audience",
                "oidc-audience-mapper",
                Map.of("included.custom.audience", "puente", "access.token.claim", "true"));
    }

    static List<Map<String, Object>> ofInstitution(Institution institution) {
        return List.of(fixed("node", institution.node()), fixed("institution", institution.id()), audience());
    }

    static List<Map<String, Object>> ofConsole() {
        return List.of(ofPerson("node"), ofPerson("institution"), audience());
    }

    private static Map<String, Object> mapper(String name, String kind, Map<String, String> config) {
        return Map.of(
                "name",
                name,
                "protocol",
                "openid-connect",
                "protocolMapper",
                kind,
                "config",
                new java.util.TreeMap<>(config));
    }
}
