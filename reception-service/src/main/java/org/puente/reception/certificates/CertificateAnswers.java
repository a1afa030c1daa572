package org.puente.reception.certificates;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.Sequential;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.GroupIdempotency.Outcome;
import org.puente.platform.web.Idempotency;
import org.puente.platform.web.StoredResponse;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.registering.CodeAnswers;

/**
 * Answers that issue a certificate. Kept is which one it was, and the sealed status code: nothing of the person. Sent
 * again it is answered as it stands by then.
 */
@ApplicationScoped
class CertificateAnswers implements Idempotency.Keeping {
    private final Certificates certificates;
    private final CodeAnswers codes;
    private final Checks checks;

    CertificateAnswers(Certificates certificates, CodeAnswers codes, Checks checks) {
        this.certificates = certificates;
        this.codes = codes;
        this.checks = checks;
    }

    /** What is kept of an answer; what an older release has kept holds more. */
    record Kept(String code, String statusCode) {
        @Override
        public String toString() {
            return "Kept[…]";
        }
    }

    @Override
    public StoredResponse sealed(StoredResponse answer) {
        return codes.sealed(with(answer, answer.bodyAs(Kept.class)));
    }

    @Override
    public StoredResponse opened(StoredResponse kept) {
        return codes.opened(kept);
    }

    @Override
    public Uni<List<Outcome>> inForce(Mutiny.Session session, List<StoredResponse> opened) {
        return codes.codesInForce(session, opened).chain(answers -> {
            List<Outcome> outcomes = new ArrayList<>();
            return Sequential.each(answers, answer -> standing(session, answer).invoke(outcomes::add))
                    .replaceWith(outcomes);
        });
    }

    private Uni<Outcome> standing(Mutiny.Session session, StoredResponse answer) {
        Kept kept = answer.bodyAs(Kept.class);
        return CertificateCode.read(kept.code())
                .map(code -> certificates.find(session, code))
                .orElseGet(() -> Uni.createFrom().nullItem())
                .map(found -> found == null
                        ? Outcome.of(ProblemException.conflict("certificate-erased"))
                        : Outcome.of(with(answer, found.view(checks.now(), kept.statusCode()))));
    }

    private static StoredResponse with(StoredResponse answer, Object body) {
        return new StoredResponse(answer.status(), answer.location(), answer.etag(), Json.write(body));
    }
}
