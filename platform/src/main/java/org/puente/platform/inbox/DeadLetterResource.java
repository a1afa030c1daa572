package org.puente.platform.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.platform.UnitOfWork;
import org.puente.platform.audit.Audit;
import org.puente.platform.web.Access;
import org.puente.platform.web.Limit;
import org.puente.platform.web.Paging;
import org.puente.platform.web.Refusal;

/** The records that were put aside: seen, mended and replayed by operators. */
@Tag(name = "Dead letters", description = "Records that could not be taken in")
@Path("/v1/dead-letters")
@RolesAllowed("operator")
class DeadLetterResource {
    private final UnitOfWork work;
    private final Inbox inbox;
    private final FactHandler handler;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    DeadLetterResource(
            UnitOfWork work,
            Inbox inbox,
            FactHandler handler,
            Access access,
            Audit audit,
            Clock clock) {
        this.work = work;
        this.inbox = inbox;
        this.handler = handler;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    record DeadLetterView(
            UUID id,
            String topic,
            int partition,
            long offset,
            String key,
            Map<String, String> headers,
            String payload,
            String cause,
            String detail,
            Instant at,
            int attempts,
            Instant replayedAt) {
        static DeadLetterView of(DeadLetter letter) {
            return new DeadLetterView(
                    letter.id,
                    letter.topic,
                    letter.partition,
                    letter.offset,
                    letter.key,
                    letter.headerMap(),
                    letter.payloadText(),
                    letter.cause,
                    letter.detail,
                    letter.at,
                    letter.attempts,
                    letter.replayedAt);
        }
    }

    /**
     * How a record is mended before it is taken in again.
     *
     * @param headers replaces all headers; null keeps them
     * @param payload replaces the payload, as text; null keeps it
     */
    record Mend(Map<String, String> headers, String payload) {}

    /** Lists what waits, or with {@code replayed=true} what has been replayed, oldest first. */
    @GET
    @Operation(
            operationId = "listDeadLetters",
            summary = "Lists the records that were put aside, oldest first")
    public Uni<RestResponse<Paging.Page<DeadLetterView>>> list(
            @Parameter(description = "`true` for those that were replayed; else those that wait")
                    @QueryParam("replayed")
                    @DefaultValue("false")
                    boolean replayed,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        Paging paging = Paging.of(limit, cursor);
        return work.read(
                        session ->
                                session.createQuery(
                                                "from DeadLetter where replayedAt is "
                                                        + (replayed ? "not null" : "null")
                                                        + " and (at > :at or (at = :at and"
                                                        + " id > :id)) order by at, id",
                                                DeadLetter.class)
                                        .setParameter("at", paging.after())
                                        .setParameter("id", paging.afterId())
                                        .setMaxResults(paging.reach())
                                        .getResultList())
                .map(
                        rows ->
                                paging.page(
                                        uri,
                                        rows,
                                        DeadLetterView::of,
                                        row -> row.at,
                                        row -> row.id));
    }

    /** Takes a record in again, mended where a body says how; the effect happens once at most. */
    @POST
    @Path("/{id}/replay")
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Takes a record in again, mended where a body says how")
    @APIResponse(
            responseCode = "200",
            description = "The record, taken in",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeadLetterView.class)))
    @APIResponse(responseCode = "409", description = "It has been replayed already")
    @APIResponse(responseCode = "422", description = "It was refused again; the detail says why")
    public Uni<DeadLetterView> replay(UUID id, Mend mend) {
        var caller = access.caller();
        return work.run(
                        session ->
                                session.find(DeadLetter.class, id, LockModeType.PESSIMISTIC_WRITE)
                                        .chain(letter -> replay(session, letter, mend))
                                        .call(
                                                letter ->
                                                        audit.add(
                                                                session,
                                                                caller,
                                                                "dead-letter.replayed",
                                                                letter.id.toString(),
                                                                mend == null
                                                                        ? List.of()
                                                                        : List.of("mended"),
                                                                letter.cause)))
                .map(DeadLetterView::of)
                .onFailure(FactRefused.class)
                .recoverWithUni(
                        refused ->
                                tried(id)
                                        .chain(
                                                () ->
                                                        Uni.createFrom()
                                                                .failure(
                                                                        Refusal.unprocessable(
                                                                                "replay-failed",
                                                                                refused
                                                                                        .getMessage()))));
    }

    private Uni<DeadLetter> replay(Mutiny.Session session, DeadLetter letter, Mend mend) {
        if (letter == null) {
            throw Refusal.notFound();
        }
        if (letter.replayedAt != null) {
            throw Refusal.conflict("already-replayed");
        }
        Received received = Decoder.decode(mended(letter.record(), mend));
        letter.replayedAt = clock.instant();
        letter.attempts++;
        return inbox.take(session, List.of(received))
                .chain(fresh -> handler.onAll(session, fresh))
                .replaceWith(letter);
    }

    private static RawRecord mended(RawRecord record, Mend mend) {
        if (mend == null) {
            return record;
        }
        return new RawRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                mend.headers() != null && mend.headers().containsKey("ce_subject")
                        ? mend.headers().get("ce_subject")
                        : record.key(),
                mend.headers() == null ? record.headers() : mend.headers(),
                mend.payload() == null
                        ? record.payload()
                        : mend.payload().getBytes(StandardCharsets.UTF_8));
    }

    private Uni<Void> tried(UUID id) {
        return work.run(
                session ->
                        session.createMutationQuery(
                                        "update DeadLetter set attempts = attempts + 1 where id ="
                                                + " :id")
                                .setParameter("id", id)
                                .executeUpdate()
                                .replaceWithVoid());
    }
}
