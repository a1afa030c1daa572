package org.puente.reporting.indicators;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.contracts.NodeId;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.platform.web.CsvFormat;
import org.puente.platform.web.Paging;
import org.puente.platform.web.Texts;
import org.puente.reporting.events.Nodes;

/** The Secretariat's figures, as JSON and as CSV. */
@Tag(name = "Indicators", description = "What is counted for the Secretariat")
@Path("/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("secretariat")
class IndicatorResource {
    private static final Locale SPANISH = Locale.of("es");
    private static final int MAX_BREAKDOWNS = 4;

    private final Indicators indicators;
    private final Nodes nodes;
    private final Clock clock;

    IndicatorResource(Indicators indicators, Nodes nodes, Clock clock) {
        this.indicators = indicators;
        this.nodes = nodes;
        this.clock = clock;
    }

    /** The description of an indicator. */
    @Schema(
            name = "IndicatorDescription",
            requiredProperties = {"id", "name", "definition", "unit", "breakdowns"})
    record Description(
            String id, Map<String, String> name, Map<String, String> definition, String unit, List<String> breakdowns) {
        static Description of(Indicator indicator) {
            return new Description(
                    indicator.id(),
                    Map.of(
                            "es", indicator.name(SPANISH),
                            "en", indicator.name(Locale.ENGLISH)),
                    Map.of(
                            "es", indicator.definition(SPANISH),
                            "en", indicator.definition(Locale.ENGLISH)),
                    indicator.unit(),
                    indicator.breakdowns());
        }
    }

    /**
     * An indicator of a period.
     *
     * @param from first day
     * @param to last day
     * @param node null for the region
     * @param asOf when it was computed; facts that come later change it
     * @param smallestShown cells of fewer people are withheld
     */
    @Schema(
            name = "IndicatorTable",
            requiredProperties = {
                "indicator",
                "name",
                "definition",
                "unit",
                "period",
                "from",
                "to",
                "by",
                "asOf",
                "smallestShown",
                "rows"
            })
    record Table(
            String indicator,
            String name,
            String definition,
            String unit,
            String period,
            LocalDate from,
            LocalDate to,
            String node,
            List<String> by,
            Instant asOf,
            int smallestShown,
            List<Cell> rows) {}

    /** All indicators: the meaning, the unit and the breakdowns of each. */
    @GET
    @Operation(
            operationId = "listIndicators",
            summary = "Lists the indicators: what each means, its unit, its breakdowns")
    public Uni<Paging.Page<Description>> list() {
        return Uni.createFrom()
                .item(new Paging.Page<>(
                        Arrays.stream(Indicator.values()).map(Description::of).toList(), null));
    }

    /**
     * One indicator.
     *
     * @param period year, quarter, month or day: 2025, 2025-Q1, 2025-01, 2025-01-02
     * @param node only this node; the definition states which node of a fact counts
     * @param by breakdowns, separated by commas
     * @param format {@code csv} or {@code json}; without it the Accept header decides
     */
    @GET
    @Path("/{id}")
    @Produces({MediaType.APPLICATION_JSON, CsvFormat.TYPE})
    @Operation(operationId = "readIndicator", summary = "Reads an indicator of a period, as JSON or as CSV")
    @APIResponse(
            responseCode = "200",
            description = "The indicator, as JSON or as CSV",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Table.class)),
                @Content(mediaType = CsvFormat.TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Uni<Response> one(
            @PathParam("id") String id,
            @Parameter(description = "Year, quarter, month or day: `2025`, `2025-Q1`, `2025-01`, `2025-01-02`")
                    @QueryParam("period")
                    String period,
            @Parameter(description = "Only this node; the definition says which of its parts is meant")
                    @QueryParam("node")
                    String node,
            @Parameter(description = "Breakdowns, with commas between") @QueryParam("by") String by,
            @Parameter(description = "`csv` or `json`; if absent, `Accept` decides") @QueryParam("format")
                    String format,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context HttpHeaders headers) {
        Indicator indicator = Indicator.of(id).orElseThrow(ProblemException::notFound);
        Period time =
                Period.parse(period).orElseThrow(() -> ProblemException.of(ProblemKind.INVALID, "period-invalid"));
        List<Breakdown> breakdowns = breakdowns(indicator, by);
        String only = node == null ? null : node(node);
        boolean csv = CsvFormat.isWanted(format, headers);
        Locale locale = Texts.preferred(language);
        return nodes.mustBeKnown(only)
                .chain(() -> indicators.cells(indicator, time, only, breakdowns))
                .map(cells -> new Table(
                        indicator.id(),
                        indicator.name(locale),
                        indicator.definition(locale),
                        indicator.unit(),
                        time.text(),
                        time.from(),
                        time.to(),
                        only,
                        breakdowns.stream().map(Breakdown::name).toList(),
                        clock.instant(),
                        indicators.smallestShown(),
                        cells))
                .map(table -> csv ? Csv.response(table) : json(table));
    }

    private static Response json(Table table) {
        return Response.ok(table, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private static List<Breakdown> breakdowns(Indicator indicator, String by) {
        if (by == null || by.isBlank()) {
            return List.of();
        }
        List<String> names =
                Arrays.stream(by.split(",", -1)).map(String::strip).distinct().toList();
        if (names.size() > MAX_BREAKDOWNS) {
            throw ProblemException.of(ProblemKind.INVALID, "too-many-breakdowns", MAX_BREAKDOWNS);
        }
        return names.stream()
                .map(name -> indicator
                        .breakdown(name)
                        .orElseThrow(() -> ProblemException.notAmong("by", indicator.breakdowns())))
                .toList();
    }

    private static String node(String node) {
        try {
            return new NodeId(node).value();
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemKind.INVALID, "parameter-invalid", "node");
        }
    }
}
