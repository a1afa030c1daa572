package org.puente.system;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service's Swagger UI, and what its browser needs of the realm.
 *
 * @param service address of the service, which is the page's origin
 */
record SwaggerUi(String service, URI realm) {
    private static final Pattern CLIENT = Pattern.compile("clientId\"?: *[\"']([^\"']+)");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    URI tokens() {
        return URI.create(realm + "/protocol/openid-connect/token");
    }

    /** The client by which people log in, as the page has it. */
    String clientOfPeople() throws IOException, InterruptedException {
        Matcher client = CLIENT.matcher(get("/q/swagger-ui/").body());
        return client.find() ? client.group(1) : "none";
    }

    /** Where the document sends whoever needs a token. */
    URI asksForTokensAt() throws IOException, InterruptedException {
        return URI.create(new ObjectMapper()
                .readTree(get("/q/openapi?format=json").body())
                .at("/components/securitySchemes/login/flows/clientCredentials/tokenUrl")
                .asText());
    }

    /** Whether the realm lets the page's origin see a token of a client (CORS). */
    boolean mayAskForTokenOf(String client) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(tokens())
                .header("Origin", service)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=client_credentials&client_secret=puente-dev" + "&client_id=" + client))
                .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        return answer.statusCode() == 200
                && answer.headers()
                        .firstValue("Access-Control-Allow-Origin")
                        .filter(origin -> origin.equals(service) || origin.equals("*"))
                        .isPresent();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(service + path)).build(), BodyHandlers.ofString());
    }
}
