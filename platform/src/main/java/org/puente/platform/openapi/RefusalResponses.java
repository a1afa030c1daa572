package org.puente.platform.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.util.function.BiPredicate;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What every operation of a kind refuses, and how an operation of that kind is recognised. */
enum RefusalResponses {
    BAD_REQUEST(
            400,
            "The request cannot be read or breaks a rule of form; `errors` names what is wrong."
                    + " An unknown field or parameter is refused, too.",
            (path, operation) -> true),
    UNAUTHORIZED(401, "There is no token, or none that is valid here.", (path, operation) -> asks(operation)),
    FORBIDDEN(403, "The token lacks the role, or speaks for another node.", (path, operation) -> asks(operation)),
    NOT_FOUND(
            404,
            "There is no such thing, or it is another institution's: the two look the same.",
            (path, operation) -> path.contains("{")),
    NOT_ACCEPTABLE(
            406,
            "None of the types that `Accept` names is produced here.",
            (path, operation) -> answersWithContent(operation)),
    TOO_SLOW(408, "The body did not come in time; nothing of it was kept.", (path, operation) -> hasBody(operation)),
    STALE(412, "It has changed since it was read: read it again.", (path, operation) -> takes(operation, "If-Match")),
    TOO_LARGE(413, "The body is too large.", (path, operation) -> hasBody(operation)),
    UNSUPPORTED_TYPE(415, "A body of this type is not taken here.", (path, operation) -> hasBody(operation)),
    UNPROCESSABLE(
            422,
            "The same `Idempotency-Key` was sent with another body.",
            (path, operation) -> takes(operation, "Idempotency-Key")),
    CONDITION_NEEDED(
            428, "`If-Match` is needed, to change what there is.", (path, operation) -> takes(operation, "If-Match")),
    TOO_MANY(429, "There were too many requests; `Retry-After` states when to go on.", true),
    UNAVAILABLE(
            503,
            "Something that this service needs does not answer, or it catches up after a restore."
                    + " Send the same again after `Retry-After`; with the same `Idempotency-Key`"
                    + " nothing happens twice.",
            true);

    private static final String PROBLEM_JSON = "application/problem+json";

    private final int status;
    private final String description;
    private final BiPredicate<String, Operation> when;

    RefusalResponses(int status, String description, BiPredicate<String, Operation> when) {
        this.status = status;
        this.description = description;
        this.when = when;
    }

    RefusalResponses(int status, String description, boolean always) {
        this(status, description, (path, operation) -> always);
    }

    String code() {
        return String.valueOf(status);
    }

    boolean by(String path, Operation operation) {
        return when.test(path, operation);
    }

    /**
     * The name of the response among the components. It is added when the first operation needs it.
     */
    String name(Components components) {
        if (components.getResponses() == null || !components.getResponses().containsKey(code())) {
            APIResponse response = createAPIResponse().description(description).content(problem());
            Headers.ofProblem(components, code(), response);
            components.addResponse(code(), response);
        }
        return code();
    }

    static Content problem() {
        return createContent()
                .addMediaType(
                        PROBLEM_JSON, createMediaType().schema(createSchema().ref(ProblemSchemas.PROBLEM)));
    }

    private static boolean asks(Operation operation) {
        return !operation.getSecurity().isEmpty();
    }

    private static boolean hasBody(Operation operation) {
        return operation.getRequestBody() != null;
    }

    static boolean takes(Operation operation, String header) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .filter(parameter -> parameter.getIn() == Parameter.In.HEADER)
                        .anyMatch(parameter -> header.equals(parameter.getName()));
    }

    private static boolean answersWithContent(Operation operation) {
        return operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> response.getValue().getContent())
                .anyMatch(content -> content != null && !content.getMediaTypes().isEmpty());
    }
}
