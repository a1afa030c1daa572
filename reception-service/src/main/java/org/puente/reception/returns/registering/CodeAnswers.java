package org.puente.reception.returns.registering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.UuidId;
import org.puente.platform.json.Json;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.platform.web.GroupIdempotency.Outcome;
import org.puente.platform.web.Idempotency;
import org.puente.platform.web.StoredResponse;
import org.puente.reception.returns.Returns;
import org.puente.reception.status.StatusCode;
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
    private static final String CASE_ID = "caseId";
    private static final String PERSON_ID = "personId";

    /** Of a household that is registered together. */
    private static final String MEMBERS = "members";

    private static final String IN_FORCE = """
            select status_mark from return_case
            where status_mark in (select json_array_elements_text(cast(cast(:marks as text) as json)))
            """;

    private final StatusCodes codes;
    private final Returns returns;

    CodeAnswers(StatusCodes codes, Returns returns) {
        this.codes = codes;
        this.returns = returns;
    }

    @Override
    public StoredResponse sealed(StoredResponse answer) {
        return with(
                answer,
                code -> Optional.of(codes.seal(code)),
                duties -> Optional.of(TextNode.valueOf(codes.seal(Json.write(duties)))));
    }

    /** What was sealed under another secret is left out. */
    @Override
    public StoredResponse opened(StoredResponse answer) {
        return with(
                answer,
                codes::open,
                duties -> codes.open(duties.asText()).map(opened -> Json.read(opened, JsonNode.class)));
    }

    /**
     * A code that another one has replaced since opens nothing: it is left out too. Who was erased since is not
     * answered as if they were registered.
     */
    @Override
    public Uni<List<Outcome>> inForce(Mutiny.Session session, List<StoredResponse> opened) {
        List<CaseId> registered = opened.stream()
                .flatMap(answer -> people(answer.bodyAs(ObjectNode.class)))
                .filter(CodeAnswers::isRegistered)
                .map(CodeAnswers::caseId)
                .toList();
        return returns.taken(session, registered)
                .chain(standing -> codesInForce(session, opened)
                        .map(answers -> answers.stream()
                                .map(answer -> outcome(answer, standing))
                                .toList()));
    }

    /** The answers without the codes that another one has replaced since. */
    public Uni<List<StoredResponse>> codesInForce(Mutiny.Session session, List<StoredResponse> opened) {
        List<String> marks = opened.stream()
                .flatMap(answer -> people(answer.bodyAs(ObjectNode.class)))
                .filter(person -> person.has(CODE))
                .map(person -> mark(person.get(CODE).asText()))
                .toList();
        return marks.isEmpty()
                ? Uni.createFrom().item(opened)
                : session.createNativeQuery(IN_FORCE, String.class)
                        .setParameter("marks", Json.write(marks))
                        .getResultList()
                        .map(inForce -> opened.stream()
                                .map(answer -> with(
                                        answer,
                                        code -> Optional.of(code).filter(one -> inForce.contains(mark(one))),
                                        Optional::of))
                                .toList());
    }

    private static Outcome outcome(StoredResponse answer, Set<CaseId> standing) {
        ObjectNode body = answer.bodyAs(ObjectNode.class);
        List<FieldError> erased = new ArrayList<>();
        addErased(erased, body, "", standing);
        for (int i = 0; i < body.path(MEMBERS).size(); i++) {
            addErased(erased, body.path(MEMBERS).path(i), "/" + MEMBERS + "/" + i, standing);
        }
        return erased.isEmpty()
                ? Outcome.of(answer)
                : Outcome.of(new ProblemException(ProblemKind.CONFLICT, "case-id-taken", erased));
    }

    private static void addErased(List<FieldError> errors, JsonNode person, String at, Set<CaseId> standing) {
        if (isRegistered(person) && !standing.contains(caseId(person))) {
            errors.add(FieldError.of(at + "/" + CASE_ID, "case-id-taken"));
        }
    }

    /** Whether it is the answer to a registration. */
    private static boolean isRegistered(JsonNode person) {
        return person.has(CASE_ID) && person.has(PERSON_ID);
    }

    private static CaseId caseId(JsonNode person) {
        return UuidId.parse(person.path(CASE_ID).asText(), CaseId::new);
    }

    private String mark(String code) {
        return StatusCode.read(code).map(codes::mark).orElse("");
    }

    private static StoredResponse with(
            StoredResponse answer,
            Function<String, Optional<String>> code,
            Function<JsonNode, Optional<JsonNode>> duties) {
        ObjectNode body = answer.bodyAs(ObjectNode.class);
        people(body).forEach(person -> change(person, code, duties));
        return new StoredResponse(answer.status(), answer.location(), answer.etag(), Json.write(body));
    }

    /** The person of the answer, or those of a household. */
    private static Stream<ObjectNode> people(ObjectNode body) {
        Stream.Builder<ObjectNode> people = Stream.<ObjectNode>builder().add(body);
        body.path(MEMBERS).forEach(member -> people.add((ObjectNode) member));
        return people.build();
    }

    /** In place, so that a repeated answer is the first one to the letter. */
    private static void change(
            ObjectNode person, Function<String, Optional<String>> code, Function<JsonNode, Optional<JsonNode>> duties) {
        if (person.has(CODE)) {
            code.apply(person.get(CODE).asText())
                    .ifPresentOrElse(after -> person.put(CODE, after), () -> person.remove(CODE));
        }
        if (person.has(DUTIES)) {
            duties.apply(person.get(DUTIES))
                    .ifPresentOrElse(after -> person.set(DUTIES, after), () -> person.remove(DUTIES));
        }
    }
}
