package org.puente.platform.audit;

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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.web.Limit;
import org.puente.platform.web.Paging;

/** The audit, for auditors, in the order of writing. */
@Tag(name = "Audit", description = "What was read and done, by whom and why")
@Path("/v1/audit")
@RolesAllowed("auditor")
@Produces(MediaType.APPLICATION_JSON)
class AuditResource {
    private final UnitOfWork work;

    AuditResource(UnitOfWork work) {
        this.work = work;
    }

    @Schema(requiredProperties = {"position", "at", "actor", "action", "subject", "fields"})
    record AuditView(
            long position,
            Instant at,
            String actor,
            String institution,
            String action,
            String subject,
            List<String> fields,
            String why) {
        static AuditView of(AuditEntry entry) {
            return new AuditView(
                    entry.position,
                    entry.at,
                    entry.actor,
                    entry.institution,
                    entry.action,
                    entry.subject,
                    entry.fields.isEmpty() ? List.of() : Arrays.asList(entry.fields.split(",")),
                    entry.why);
        }
    }

    /**
     * @param subject only actions on this id
     * @param action only actions of this kind
     */
    @GET
    @Operation(operationId = "listAudit", summary = "Lists the audit, in the order of its writing")
    public Uni<RestResponse<Paging.Page<AuditView>>> list(
            @Parameter(description = "Only actions on this id") @QueryParam("subject") String subject,
            @Parameter(description = "Only actions of this kind, such as `dossier.read`") @QueryParam("action")
                    String action,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        Audit.mustBeKnown(action);
        Paging paging = Paging.of(limit, cursor, uri);
        return work.read(session -> entries(session, subject, action, paging))
                .map(rows -> paging.page(uri, rows, AuditView::of, row -> row.at, row -> new UUID(0, row.position)));
    }

    private static Uni<List<AuditEntry>> entries(Mutiny.Session session, String subject, String action, Paging paging) {
        var query = session.createQuery(
                        "from AuditEntry where position > :position"
                                + (subject == null ? "" : " and subject = :subject")
                                + (action == null ? "" : " and action = :action")
                                + " order by position",
                        AuditEntry.class)
                .setParameter("position", paging.afterId().getLeastSignificantBits())
                .setMaxResults(paging.reach());
        if (subject != null) {
            query.setParameter("subject", subject);
        }
        if (action != null) {
            query.setParameter("action", action);
        }
        return query.getResultList();
    }
}
