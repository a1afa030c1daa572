package org.puente.platform.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.platform.Node;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Limit;
import org.puente.platform.web.Paging;

/**
 * The records that were put aside. Operators of the region may look at them; only operators of the
 * node itself may act on them (ADR 022).
 */
@Tag(name = "Dead letters", description = "Records that could not be taken in")
@Path("/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
class DeadLetterResource {
    private static final int LONGEST_REASON = 300;

    private final UnitOfWork work;
    private final Replays replays;
    private final BulkReplay bulk;
    private final DeadLetterHistory history;
    private final Access access;
    private final Node node;
    private final Clock clock;

    DeadLetterResource(
            UnitOfWork work,
            Replays replays,
            BulkReplay bulk,
            DeadLetterHistory history,
            Access access,
            Node node,
            Clock clock) {
        this.work = work;
        this.replays = replays;
        this.bulk = bulk;
        this.history = history;
        this.access = access;
        this.node = node;
        this.clock = clock;
    }

    /**
     * How a record is mended before it is taken in again. Without a body it is taken in as it came.
     *
     * @param payload replaces the payload, as text; null keeps it. Allowed only for a fact of this
     *     node, and no id in it may change
     * @param reason why; needed if a payload is given
     */
    record Mend(
            String payload,
            @Size(min = 1, max = LONGEST_REASON) String reason) {
        private static final Mend NOT = new Mend(null, null);
    }

    /**
     * @param reason why; it names nobody
     */
    record Discard(@NotBlank @Size(max = LONGEST_REASON) String reason) {}

    /**
     * Which waiting letters are replayed; those with the fewest attempts come first.
     *
     * @param cause only those with this cause
     * @param topic only those of this topic
     * @param most how many at most; 100 if left out
     */
    record Bulk(
            String cause,
            String topic,
            @Min(1) @Max(500) Integer most,
            @Size(max = 300) String reason) {
        static final Bulk ALL = new Bulk(null, null, null, null);
    }

    /**
     * Lists the records in a state, oldest first: waiting (the default), later, replayed,
     * discarded.
     */
    @GET
    @Operation(operationId = "listDeadLetters", summary = "Lists the records that were put aside, oldest first")
    public Uni<RestResponse<Paging.Page<DeadLetterView>>> list(
            @Parameter(
                            description = "Those in this state; `waiting` if it is left out",
                            schema = @Schema(enumeration = {"waiting", "later", "replayed", "discarded"}))
                    @QueryParam("state")
                    @DefaultValue("waiting")
                    String state,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        String condition = state(state).condition;
        Paging paging = Paging.of(limit, cursor, uri);
        return work.read(session -> session.createQuery(
                                "from DeadLetterLine where "
                                        + condition
                                        + " and (at > :at or (at = :at and"
                                        + " id > :id)) order by at, id",
                                DeadLetterLine.class)
                        .setParameter("at", paging.after())
                        .setParameter("id", paging.afterId())
                        .setMaxResults(paging.reach())
                        .getResultList())
                .map(rows -> paging.page(uri, rows, DeadLetterView::of, row -> row.at, row -> row.id));
    }

    private static PutAside.State state(String word) {
        for (PutAside.State state : PutAside.State.values()) {
            if (state.code().equals(word)) {
                return state;
            }
        }
        throw ProblemException.invalid(FieldError.of("/state", "not-a-code", "waiting, later, replayed, discarded"));
    }

    /** Shows a record whole, with what was done to it. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "readDeadLetter", summary = "Shows a record whole, with what operators did to it")
    public Uni<DeadLetterView> show(UUID id) {
        return work.read(session -> session.find(DeadLetter.class, id)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .chain(letter -> view(session, letter)));
    }

    /**
     * Takes a record in again, mended if the body gives a payload. The effect happens once at most.
     */
    @POST
    @Path("/{id}/replay")
    @Operation(operationId = "replayDeadLetter", summary = "Takes a record in again, mended where a body states how")
    @RequestBody(
            required = false,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Mend.class)))
    @APIResponse(
            responseCode = "200",
            description = "The record, taken in",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeadLetterView.class)))
    @APIResponse(responseCode = "409", description = "It has been replayed already")
    @APIResponse(
            responseCode = "422",
            description = "It was refused again, or may not be mended like this; the detail gives the reason")
    public Uni<DeadLetterView> replay(UUID id, @Valid Mend body) {
        Caller caller = ownOperator();
        Mend mend = body == null ? Mend.NOT : body;
        if (mend.payload() != null && mend.reason() == null) {
            throw ProblemException.invalid(FieldError.of("/reason", "reason-needed"));
        }
        return replays.replay(id, new DeadLetterHistory.Doer(caller), mend.payload(), mend.reason())
                .chain(letter -> work.read(session -> view(session, letter)));
    }

    /** Takes many records in again, each for itself, as they came. */
    @POST
    @Path("/replay")
    @Operation(
            operationId = "replayDeadLetters",
            summary = "Takes many records in again, each for itself, as they came")
    @RequestBody(
            required = false,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Bulk.class)))
    public Uni<BulkReplay.Result> replay(@Valid Bulk body) {
        return bulk.replay(ownOperator(), body == null ? Bulk.ALL : body);
    }

    /** Dismisses a record. It stays and can still be replayed, but no longer counts as waiting. */
    @POST
    @Path("/{id}/discard")
    @Operation(
            operationId = "discardDeadLetter",
            summary = "Dismisses a record for a reason; it stays, and counts no more")
    @APIResponse(
            responseCode = "200",
            description = "The record, discarded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeadLetterView.class)))
    @APIResponse(responseCode = "409", description = "It has been replayed or discarded already")
    public Uni<DeadLetterView> discard(UUID id, @NotNull @Valid Discard body) {
        Caller caller = ownOperator();
        return work.run(session -> Replays.hold(session, id)
                .invoke(this::discard)
                .call(letter -> history.discarded(session, letter, new DeadLetterHistory.Doer(caller), body.reason()))
                .chain(letter -> view(session, letter)));
    }

    private void discard(DeadLetter letter) {
        if (letter.discardedAt != null) {
            throw ProblemException.conflict("already-discarded");
        }
        letter.discardedAt = clock.instant();
    }

    private Uni<DeadLetterView> view(Mutiny.Session session, DeadLetter letter) {
        return history.of(session, letter.id).map(all -> DeadLetterView.of(letter, all));
    }

    private Caller ownOperator() {
        Caller caller = access.caller();
        if (!caller.node().equals(node.id())) {
            throw ProblemException.forbidden("only-own-operators", node.id());
        }
        return caller;
    }
}
