package org.puente.local.realm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The realm {@code puente} as Keycloak imports it: roles, a client per institution, and one for the
 * pages (deploy/keycloak/README.md).
 *
 * @param local with the one local secret, invented people and login by password; without, Keycloak
 *     gives each client a secret of its own and knows nobody
 */
record Realm(List<Institution> institutions, boolean local) {
    static final String SECRET = "puente-dev";

    private static final Map<String, String> ROLES = Map.of(
            "intake", "registers returns",
            "case-manager", "refers, answers and follows up",
            "directory-editor", "keeps the entries of an institution",
            "operator", "sees that everything runs",
            "secretariat", "reads and publishes indicators",
            "auditor", "sees who has read what");

    Map<String, Object> toJson() {
        Map<String, Object> realm = new LinkedHashMap<>();
        realm.put("realm", "puente");
        realm.put("displayName", "Puente");
        realm.put("enabled", true);
        realm.put("sslRequired", local ? "none" : "external");
        realm.put("registrationAllowed", false);
        realm.put("bruteForceProtected", true);
        realm.put("accessTokenLifespan", 300);
        realm.put("ssoSessionIdleTimeout", 1800);
        realm.put("internationalizationEnabled", true);
        realm.put("supportedLocales", List.of("es", "en"));
        realm.put("defaultLocale", "es");
        realm.put("roles", Map.of("realm", roles()));
        realm.put("clients", clients());
        realm.put("users", users());
        realm.put("components", UserProfile.component());
        return realm;
    }

    private static List<Map<String, Object>> roles() {
        return ROLES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(r -> ordered("name", r.getKey(), "description", r.getValue()))
                .toList();
    }

    private List<Map<String, Object>> clients() {
        List<Map<String, Object>> clients = new ArrayList<>();
        institutions.forEach(institution -> clients.add(client(institution)));
        clients.add(console());
        if (local) {
            clients.add(swaggerUi());
        }
        return clients;
    }

    private Map<String, Object> client(Institution institution) {
        Map<String, Object> client = ordered("clientId", institution.id(), "name", institution.name());
        client.put("protocol", "openid-connect");
        client.put("publicClient", false);
        client.put("clientAuthenticatorType", "client-secret");
        if (local) {
            client.put("secret", SECRET);
            // Swagger UI asks for tokens from the browser, under whatever port a service has.
            client.put("webOrigins", List.of("*"));
        }
        client.put("serviceAccountsEnabled", true);
        client.put("standardFlowEnabled", false);
        client.put("directAccessGrantsEnabled", false);
        client.put("protocolMappers", Mappers.ofInstitution(institution));
        return client;
    }

    /** The pages run on a server, but log people in with PKCE and no secret: none to leak. */
    private Map<String, Object> console() {
        Map<String, Object> client = ordered("clientId", "puente-console", "name", "Puente");
        client.put("protocol", "openid-connect");
        client.put("publicClient", true);
        client.put("standardFlowEnabled", true);
        client.put("directAccessGrantsEnabled", local);
        client.put(
                "redirectUris",
                local ? List.of("http://localhost:*", "http://127.0.0.1:*") : List.of("https://puente.example.org/*"));
        client.put("webOrigins", List.of("+"));
        client.put("attributes", ordered("pkce.code.challenge.method", "S256", "post.logout.redirect.uris", "+"));
        client.put("protocolMappers", Mappers.ofConsole());
        return client;
    }

    /** The services' Swagger UI: people log in there; locally alone. */
    private static Map<String, Object> swaggerUi() {
        Map<String, Object> client = ordered("clientId", "swagger-ui", "name", "Swagger UI");
        client.put("protocol", "openid-connect");
        client.put("publicClient", true);
        client.put("standardFlowEnabled", true);
        client.put("directAccessGrantsEnabled", false);
        client.put("redirectUris", List.of("http://localhost:*", "http://127.0.0.1:*"));
        client.put("webOrigins", List.of("*"));
        client.put("attributes", Map.of("pkce.code.challenge.method", "S256"));
        client.put("protocolMappers", Mappers.ofConsole());
        return client;
    }

    private List<Map<String, Object>> users() {
        List<Map<String, Object>> users = new ArrayList<>();
        for (Institution institution : institutions) {
            Map<String, Object> account = ordered("username", "service-account-" + institution.id(), "enabled", true);
            account.put("serviceAccountClientId", institution.id());
            account.put("realmRoles", institution.roles());
            users.add(account);
        }
        if (local) {
            Person.of(institutions).forEach(person -> users.add(user(person)));
        }
        return users;
    }

    private static Map<String, Object> user(Person person) {
        Map<String, Object> user = ordered("username", person.name(), "enabled", true);
        user.put("firstName", person.givenName());
        user.put("lastName", person.familyName());
        user.put("email", person.name() + "@puente.example.org");
        user.put("emailVerified", true);
        user.put("attributes", Map.of("node", List.of(person.node())));
        user.put("credentials", List.of(ordered("type", "password", "value", person.name())));
        user.put("realmRoles", person.roles());
        return user;
    }

    private static Map<String, Object> ordered(String one, Object first, String two, Object second) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(one, first);
        map.put(two, second);
        return map;
    }
}
