package org.puente.reception.returns.batches;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.puente.contracts.InstitutionId;
import org.puente.platform.limits.ConcurrencyLimit;
import org.puente.platform.persistence.WorkerUnitOfWork;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Access;
import org.puente.platform.web.Texts;

/** Many returns in one request. */
@Tag(name = "Returns")
@Path("/v1/returns/batches")
@Produces(BatchFormat.LINES)
@RolesAllowed("intake")
class BatchResource {
    private static final Logger LOG = Logger.getLogger(BatchResource.class);

    /** A batch holds a worker thread, and a workbook all of its bytes. */
    private static final ConcurrencyLimit.Refusals TOO_MANY =
            new ConcurrencyLimit.Refusals("batches-of-one", "batches-at-once", 5);

    private final Access access;
    private final ConcurrencyLimit limit;
    private final RowReader reader;
    private final BatchPreparation preparation;
    private final BatchRegistering registering;
    private final WorkerUnitOfWork work;
    private final ObjectMapper mapper;

    @ConfigProperty(name = "puente.batches.rows")
    int maxRows;

    @ConfigProperty(name = "puente.batches.longest")
    Duration longest;

    @ConfigProperty(name = "puente.batches.longest-silence")
    Duration longestSilence;

    BatchResource(
            Access access,
            RowReader reader,
            BatchPreparation preparation,
            BatchRegistering registering,
            WorkerUnitOfWork work,
            ObjectMapper mapper,
            @ConfigProperty(name = "puente.batches.at-once") int atOnce,
            @ConfigProperty(name = "puente.batches.at-once-per-institution") int atOnceOfInstitution) {
        this.access = access;
        this.limit = new ConcurrencyLimit(atOnce, atOnceOfInstitution, TOO_MANY);
        this.reader = reader;
        this.preparation = preparation;
        this.registering = registering;
        this.work = work;
        this.mapper = mapper;
    }

    /**
     * The answer is written while the body is read. It begins with the first rows that are done, so a failure before is
     * a problem with its status, and one after is in the summary.
     */
    @POST
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "registerReturns",
            summary = "Registers many returns, each by itself",
            description = "A row is the form of a single registration with a `key` that the client makes, and perhaps"
                    + " a `caseId` (UUID version 7, of the last 90 days). With a `manifest` (`arrivalId`, `entry`,"
                    + " `version` of the entry, and `announcedBy` where two nodes use the id) the person is"
                    + " registered from there, and the row holds what the manifest does not say, or says otherwise,"
                    + " as in `POST /v1/arrivals/{arrivalId}/manifest/{entry}/return`."
                    + " A row that comes again under its key is `known`; nothing happens"
                    + " twice, however a batch is split, ordered or repeated. As NDJSON a row is a line; as CSV (UTF-8;"
                    + " comma, semicolon or tab) and XLSX the columns are those of the template. The last line of the"
                    + " answer is the summary; an answer without it was cut off: send the same again. A body that stays"
                    + " away for long, or takes too long in all, ends the batch; the rows before are done.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = BatchFormat.LINES, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = BatchFormat.VALUES, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = BatchFormat.SPREADSHEET,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "200",
            description = "What became of each row: a JSON object on each line, the summary on the last",
            content = @Content(mediaType = BatchFormat.LINES, schema = @Schema(implementation = BatchLine.class)))
    @APIResponse(responseCode = "422", description = "The directory does not know the institution")
    public void register(
            @Parameter(hidden = true) @HeaderParam("Content-Type") String contentType,
            @Parameter(description = "Whether to check everything and store nothing") @QueryParam("dry-run")
                    boolean dryRun,
            @HeaderParam("Accept-Language") String language,
            @Context RoutingContext request,
            @Context HttpServerResponse response,
            InputStream sent)
            throws IOException {
        InstitutionId own = access.caller().mustHaveInstitution();
        BatchFormat format = BatchFormat.of(contentType);
        Locale locale = Texts.preferred(language);
        TimedBody body = new TimedBody(sent, longest, longestSilence);
        request.addEndHandler(answered -> closeWhere(body.isOver(), request));
        try (ConcurrencyLimit.Place place = limit.take(own)) {
            BatchAnswer answer = new BatchAnswer(response, mapper, locale, dryRun);
            new BatchRun(own, locale, dryRun, maxRows, reader, preparation, registering, work, answer)
                    .run(rows(format, body), new UnreadBody(body));
        } catch (IOException gone) {
            // What is done is done; the client sends the same again.
            LOG.debug("A client left during its batch");
            response.reset();
        }
    }

    /** Who was too slow goes on sending, which nobody reads. */
    private static void closeWhere(boolean isOver, RoutingContext request) {
        if (isOver && request.request().version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else if (isOver) {
            request.request().connection().close();
        }
    }

    private static RowSource rows(BatchFormat format, InputStream body) throws IOException {
        try {
            return format.open(body);
        } catch (ProblemException e) {
            new UnreadBody(body).discard();
            throw e;
        }
    }
}
