package org.puente.reception.returns.registering;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;
import org.puente.platform.json.Json;
import org.puente.platform.web.Idempotency;
import org.puente.platform.web.StoredResponse;
import org.puente.reception.status.StatusCodes;

/**
 * Answers that hand out a status code. Under an Idempotency-Key an answer is stored for a day. The
 * code in the stored answer is sealed, and opened when the answer is sent again.
 */
@ApplicationScoped
class CodeAnswers implements Idempotency.Keeping {
    private static final String CODE = "statusCode";

    private final StatusCodes codes;

    CodeAnswers(StatusCodes codes) {
        this.codes = codes;
    }

    @Override
    public StoredResponse sealed(StoredResponse answer) {
        return with(answer, codes::seal);
    }

    @Override
    public StoredResponse opened(StoredResponse answer) {
        return with(answer, codes::open);
    }

    private static StoredResponse with(StoredResponse answer, UnaryOperator<String> change) {
        ObjectNode body = answer.bodyAs(ObjectNode.class);
        if (body.has(CODE)) {
            body.put(CODE, change.apply(body.get(CODE).asText()));
        }
        return new StoredResponse(answer.status(), answer.location(), answer.etag(), Json.write(body));
    }
}
