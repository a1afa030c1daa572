package org.puente.platform.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createOAuthFlow;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityScheme;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.OAuthFlow;
import org.eclipse.microprofile.openapi.models.security.OAuthFlows;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Who may call an operation: the holder of a token, from whatever login, with one of the roles that
 * the operation names; or everybody.
 */
final class TokenSecurity {
    static final String LOGIN = "login";
    private static final String TOKEN = "token";

    private TokenSecurity() {}

    static void addTo(OpenAPI document) {
        document.getComponents().setSecuritySchemes(Map.of(TOKEN, token(), LOGIN, login()));
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(TokenSecurity::secure);
    }

    private static SecurityScheme token() {
        return createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("An access token of the realm. It names node, institution and roles; the"
                        + " operation names the roles of which one is needed.");
    }

    /** The realm's address differs by installation: {@link RealmAddress} writes it. */
    private static SecurityScheme login() {
        return createSecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description("Ways to a token: an institution's system has a client and a secret, a"
                        + " person logs in by the browser.")
                .flows(flows("https://realm.example.org/protocol/openid-connect"));
    }

    static OAuthFlows flows(String protocol) {
        OAuthFlow system = createOAuthFlow().tokenUrl(protocol + "/token").scopes(Map.of());
        OAuthFlow person = createOAuthFlow()
                .authorizationUrl(protocol + "/auth")
                .tokenUrl(protocol + "/token")
                .scopes(Map.of());
        return OASFactory.createOAuthFlows().clientCredentials(system).authorizationCode(person);
    }

    private static void secure(Operation operation) {
        List<SecurityRequirement> found = operation.getSecurity();
        if (found == null || found.isEmpty()) {
            operation.setSecurity(List.of());
            return;
        }
        List<String> roles = found.stream()
                .flatMap(one -> one.getSchemes().values().stream())
                .flatMap(List::stream)
                .toList();
        operation.setSecurity(List.of(
                createSecurityRequirement().addScheme(TOKEN, roles),
                createSecurityRequirement().addScheme(LOGIN, List.of())));
    }
}
