package org.puente.followup.cases;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.followup.directory.Directory;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.web.Access;
import org.puente.platform.web.Limit;
import org.puente.platform.web.Paging;
import org.puente.platform.web.Query;

/** The follow-ups of the caller's institution. */
@Tag(name = "Follow-ups")
@Path("/v1/followups")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("case-manager")
class FollowUpResource {
    /** Later than any follow-up, and still an instant that the database can store. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final UnitOfWork work;
    private final FollowUps followUps;
    private final Directory directory;
    private final Access access;

    FollowUpResource(UnitOfWork work, FollowUps followUps, Directory directory, Access access) {
        this.work = work;
        this.followUps = followUps;
        this.directory = directory;
        this.access = access;
    }

    /**
     * Lists follow-ups by due time.
     *
     * @param dueBefore only follow-ups due before a day of the node's calendar (the day itself is
     *     not included), or before an instant with an offset; all if absent
     * @param status only follow-ups in this status; all if absent
     * @param modifiedAfter only follow-ups that changed after an instant; all if absent
     */
    @GET
    @Operation(
            operationId = "listFollowUps",
            summary = "Lists the follow-ups of the caller's institution, in the order of their days")
    public Uni<RestResponse<Paging.Page<FollowUpView>>> list(
            @Parameter(
                            description = "Only those due before a day of the node's calendar (not"
                                    + " included), or before an instant")
                    @QueryParam("dueBefore")
                    String dueBefore,
            @Parameter(description = "Only those in this status: planned, due, completed, missed or" + " dropped")
                    @QueryParam("status")
                    String status,
            @QueryParam("modifiedAfter") String modifiedAfter,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        Paging paging = Paging.of(limit, cursor, uri);
        FollowUpStatus only = Query.code("status", FollowUpStatus.class, status);
        Set<FollowUpStatus> statuses = only == null ? EnumSet.allOf(FollowUpStatus.class) : EnumSet.of(only);
        Instant modified = Query.instant("modifiedAfter", modifiedAfter);
        Instant since = modified == null ? Instant.EPOCH : modified;
        String institution = String.valueOf(access.caller().institution());
        return work.read(session -> end(session, dueBefore)
                        .chain(end -> followUps.of(session, institution, statuses, end, since, paging)))
                .map(rows -> paging.page(uri, rows, FollowUp::view, FollowUp::dueAt, FollowUp::id));
    }

    private Uni<Instant> end(Mutiny.Session session, String dueBefore) {
        if (dueBefore == null) {
            return Uni.createFrom().item(NEVER);
        }
        if (dueBefore.length() > "2026-01-31".length()) {
            return Uni.createFrom().item(Query.instant("dueBefore", dueBefore));
        }
        LocalDate day = Query.day("dueBefore", dueBefore);
        return directory
                .zone(session)
                .map(zone -> zone.orElse(ZoneOffset.UTC))
                .map(zone -> day.atStartOfDay((ZoneId) zone).toInstant());
    }
}
