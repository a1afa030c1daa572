package org.puente.referral.issuing;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.contracts.HouseholdId;
import org.puente.contracts.Need;
import org.puente.contracts.OfferId;
import org.puente.contracts.Party;
import org.puente.contracts.Priority;
import org.puente.contracts.ReferralId;
import org.puente.platform.persistence.Faults;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.platform.text.PlainText;
import org.puente.platform.waiting.RequestWait;
import org.puente.platform.waiting.RequestWaits;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Idempotency;
import org.puente.platform.web.Problems;
import org.puente.platform.web.StoredResponse;
import org.puente.referral.cases.CaseAccess;
import org.puente.referral.cases.Cases;
import org.puente.referral.matching.CaseMatches;

/**
 * Refers several people to one offer: a family, the people of a flight, or those named. Each is a
 * referral of its own, issued or refused by itself. A request that is repeated under its key goes
 * on where it stopped.
 */
@Tag(name = "Referrals")
@Path("/v1/referrals/bulk")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("case-manager")
class BulkResource {
    private static final Logger LOG = Logger.getLogger(BulkResource.class);
    private static final int MAX = 200;
    private static final String NOT_REFERRED = "person-not-referred";

    private final UnitOfWork work;
    private final Idempotency idempotency;
    private final Access access;
    private final Cases cases;
    private final CaseAccess caseAccess;
    private final CaseMatches matches;
    private final ReferralIssuing issuing;
    private final RequestWaits waits;

    BulkResource(
            UnitOfWork work,
            Idempotency idempotency,
            Access access,
            Cases cases,
            CaseAccess caseAccess,
            CaseMatches matches,
            ReferralIssuing issuing,
            RequestWaits waits) {
        this.work = work;
        this.idempotency = idempotency;
        this.access = access;
        this.cases = cases;
        this.caseAccess = caseAccess;
        this.matches = matches;
        this.issuing = issuing;
        this.waits = waits;
    }

    /**
     * Whom to refer, in one of three ways.
     *
     * @param people named one by one
     * @param household a family, as it was registered
     * @param transport all of the caller's cases that came by it
     */
    @Schema(name = "BulkOrder")
    record Bulk(
            @NotNull OfferId offerId,
            @NotNull Need need,
            Priority priority,
            @Size(min = 1, max = MAX) List<@NotNull @Valid Person> people,
            HouseholdId household,
            @Valid Transport transport) {
        Priority effectivePriority() {
            return priority == null ? need.urgency() : priority;
        }
    }

    /**
     * @param consentId null for the newest consent of the case that permits the referral
     */
    @Schema(name = "BulkPerson")
    record Person(@NotNull CaseId caseId, ConsentId consentId) {}

    /**
     * @param reference in capitals, as reception records it, however it was typed
     */
    @Schema(name = "BulkTransport")
    record Transport(@NotNull String reference, @NotNull LocalDate returnedOn) {
        Transport {
            reference = reference == null ? null : PlainText.folded(reference).toUpperCase(Locale.ROOT);
        }
    }

    @Schema(
            name = "BulkResults",
            requiredProperties = {"results"})
    record Results(List<Result> results) {}

    /**
     * @param referralId null where the referral was refused
     * @param problem null where the referral was issued
     */
    @Schema(
            name = "BulkResult",
            requiredProperties = {"caseId"})
    record Result(CaseId caseId, ReferralId referralId, HttpProblem problem) {
        static Result of(Person person, StoredResponse answer) {
            return new Result(person.caseId(), answer.bodyAs(Issued.class).referralId(), null);
        }

        static Result of(Person person, ProblemException refusal) {
            return new Result(person.caseId(), null, Problems.problem(refusal));
        }
    }

    /** The part of a stored answer that is needed here. */
    record Issued(ReferralId referralId) {}

    @POST
    @Operation(
            operationId = "issueReferrals",
            summary = "Refers several people to one offer",
            description =
                    "Each is issued or refused by itself; repeated under its key, the request goes on where it stopped.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Results.class)))
    @APIResponse(responseCode = "422", description = "More people than are referred at once")
    public Uni<Results> issue(
            @NotNull @Valid Bulk body,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("Prefer") List<String> prefer) {
        Caller caller = access.caller();
        long ways = Stream.of(body.people(), body.household(), body.transport())
                .filter(way -> way != null)
                .count();
        if (ways != 1) {
            throw ProblemException.invalid(FieldError.of("", "one-way-to-name-people"));
        }
        mustBeNamedOnce(body.people());
        CircuitBreaker database = new CircuitBreaker();
        RequestWait facts = waits.of(caller, prefer);
        return work.read(session -> people(session, caller, body))
                .onItem()
                .transformToMulti(people -> Multi.createFrom().iterable(people))
                .onItem()
                .transformToUniAndConcatenate(person -> issue(facts, caller, body, person, key, database))
                .collect()
                .asList()
                .map(Results::new);
    }

    /** Before anything is done: for a person who is named twice, the second result would be a refusal. */
    private static void mustBeNamedOnce(List<Person> people) {
        Set<CaseId> named = new HashSet<>();
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; people != null && i < people.size(); i++) {
            if (!named.add(people.get(i).caseId())) {
                errors.add(FieldError.of("/people/" + i + "/caseId", "named-twice"));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private Uni<List<Person>> people(Mutiny.Session session, Caller caller, Bulk body) {
        if (body.people() != null) {
            return Uni.createFrom().item(body.people());
        }
        Uni<List<CaseId>> found = body.household() != null
                ? cases.ofHousehold(session, body.household(), caller.institution(), MAX + 1)
                : cases.ofTransport(
                        session,
                        body.transport().reference(),
                        body.transport().returnedOn(),
                        caller.institution(),
                        MAX + 1);
        return found.invoke(BulkResource::mustBeFew)
                .map(ids -> ids.stream().map(id -> new Person(id, null)).toList());
    }

    private static void mustBeFew(List<CaseId> found) {
        if (found.size() > MAX) {
            throw ProblemException.ruleBroken("too-many-people", MAX);
        }
    }

    private Uni<Result> issue(
            RequestWait facts, Caller caller, Bulk body, Person person, String key, CircuitBreaker database) {
        CaseId id = person.caseId();
        return database.isOpen()
                ? Uni.createFrom().item(Result.of(person, ProblemException.of(ProblemKind.UNAVAILABLE, NOT_REFERRED)))
                : facts.until(id, EarlyIssue.of(id), () -> database.attempt(() -> once(caller, body, person, key)))
                        .map(answer -> Result.of(person, answer))
                        .onFailure()
                        .recoverWithItem(failure -> Result.of(person, problem(id, failure)));
    }

    private Uni<StoredResponse> once(Caller caller, Bulk body, Person person, String key) {
        return idempotency.once(
                caller,
                key == null ? null : key + "/" + person.caseId(),
                "POST /v1/referrals/bulk",
                List.of(body, person),
                session -> issue(session, caller, body, person));
    }

    /** A fault of this node with one person becomes that person's result, and stops nobody else. */
    private static ProblemException problem(CaseId caseId, Throwable failure) {
        if (failure instanceof ProblemException problem) {
            return problem;
        }
        if (Faults.isTransient(failure)) {
            LOG.warnf("One of several people was not referred, case %s: %s", caseId, Faults.causes(failure));
            return ProblemException.of(ProblemKind.UNAVAILABLE, NOT_REFERRED);
        }
        LOG.errorf("One of several people was not referred, case %s: %s", caseId, Faults.trace(failure));
        return ProblemException.of(ProblemKind.FAILED, NOT_REFERRED);
    }

    private Uni<StoredResponse> issue(Mutiny.Session session, Caller caller, Bulk body, Person person) {
        return caseAccess
                .hold(session, caller, person.caseId())
                .chain(file -> consent(session, body.offerId(), person)
                        .chain(consent -> issuing.issue(
                                session,
                                new IssueCommand(
                                        file,
                                        body.offerId(),
                                        body.need(),
                                        body.effectivePriority(),
                                        consent,
                                        new Party(caller.node(), caller.institution()),
                                        null,
                                        matches.seesRestricted(caller)))))
                .onFailure(IssueRefused.class)
                .transform(refused -> IssueProblems.of((IssueRefused) refused))
                .map(referral -> StoredResponse.created("/v1/referrals/" + referral.id(), new Issued(referral.id())));
    }

    private Uni<ConsentId> consent(Mutiny.Session session, OfferId offer, Person person) {
        return person.consentId() != null
                ? Uni.createFrom().item(person.consentId())
                : issuing.consentFor(session, person.caseId(), offer)
                        .onItem()
                        .ifNull()
                        .failWith(() ->
                                new IssueRefused(IssueDecision.refused(IssueDecision.Field.CONSENT, "no-consent")));
    }
}
