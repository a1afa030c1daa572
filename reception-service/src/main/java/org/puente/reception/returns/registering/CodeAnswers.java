package org.puente.reception.returns.registering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;
import org.puente.platform.json.Json;
import org.puente.platform.web.Idempotency;
import org.puente.platform.web.StoredResponse;
import org.puente.reception.status.StatusCodes;

/**
 * Answers that hand out a status code. Under an Idempotency-Key an answer is stored for a day. The
 * code in the stored answer, and the duties, which tell what is restricted, are sealed, and opened
 * when the answer is sent again.
 */
@ApplicationScoped
public class CodeAnswers implements Idempotency.Keeping {
    private static final String CODE = "statusCode";
    private static final String DUTIES = "duties";

    private final StatusCodes codes;

    CodeAnswers(StatusCodes codes) {
        this.codes = codes;
    }

    @Override
    public StoredResponse sealed(StoredResponse answer) {
        return with(answer, codes::seal, duties -> TextNode.valueOf(codes.seal(Json.write(duties))));
    }

    @Override
    public StoredResponse opened(StoredResponse answer) {
        return with(answer, codes::open, duties -> Json.read(codes.open(duties.asText()), JsonNode.class));
    }

    private static StoredResponse with(
            StoredResponse answer, UnaryOperator<String> code, UnaryOperator<JsonNode> duties) {
        ObjectNode body = answer.bodyAs(ObjectNode.class);
        if (body.has(CODE)) {
            body.put(CODE, code.apply(body.get(CODE).asText()));
        }
        if (body.has(DUTIES)) {
            body.set(DUTIES, duties.apply(body.get(DUTIES)));
        }
        return new StoredResponse(answer.status(), answer.location(), answer.etag(), Json.write(body));
    }
}
