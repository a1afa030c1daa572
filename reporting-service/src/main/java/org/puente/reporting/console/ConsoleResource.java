package org.puente.reporting.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.LongFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.puente.platform.web.Access;
import org.puente.platform.web.AnyNode;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Cursors;
import org.puente.reporting.events.EventFilter;
import org.puente.reporting.events.EventSse;
import org.puente.reporting.events.Events;
import org.puente.reporting.events.Nodes;

/** The pages of operators. A person who is not logged in is sent to the login; the API never does that. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@AnyNode
class ConsoleResource {
    private static final String OPERATOR = "operator";
    private static final int SHOWN = 50;

    /** Scripts, styles and data of this site only. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";

    private final Events events;
    private final Nodes nodes;
    private final EventSse sse;
    private final Counts counts;
    private final StuckWork stuck;
    private final Access access;
    private final Cursors cursors;

    ConsoleResource(
            Events events, Nodes nodes, EventSse sse, Counts counts, StuckWork stuck, Access access, Cursors cursors) {
        this.events = events;
        this.nodes = nodes;
        this.sse = sse;
        this.counts = counts;
        this.stuck = stuck;
        this.access = access;
        this.cursors = cursors;
    }

    @CheckedTemplate(basePath = "console")
    static class Pages {
        static native TemplateInstance now(
                Words words,
                String who,
                EventFilter filter,
                Counts.Table counts,
                List<StuckWork.Line> stuck,
                List<EventLine> lines,
                String cursor);

        static native TemplateInstance stuck(Words words, List<StuckWork.Line> stuck);

        static native TemplateInstance refused(Words words, String who);
    }

    /** The page of what happens in the region now. */
    @GET
    @Authenticated
    @Operation(hidden = true)
    public Uni<Response> now(
            @QueryParam("node") String node,
            @QueryParam("type") String type,
            @QueryParam("caseId") String caseId,
            @QueryParam("lang") String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accept) {
        Words words = Words.of(lang, accept);
        Caller caller = access.caller();
        if (!caller.roles().contains(OPERATOR)) {
            return html(403, words, Pages.refused(words, caller.subject()));
        }
        EventFilter filter = sse.seen(EventFilter.of(chosen(node), null, chosen(type), chosen(caseId)));
        LongFunction<String> named = cursors.ofThisEpoch();
        return nodes.mustBeKnown(chosen(node))
                .chain(events::head)
                .chain(head -> Uni.combine()
                        .all()
                        .unis(counts.read(own(caller)), stuck.read(own(caller)), events.latest(head, filter, SHOWN))
                        .asTuple()
                        .map(all -> Pages.now(
                                words,
                                caller.subject(),
                                filter,
                                all.getItem1(),
                                all.getItem2(),
                                all.getItem3().stream().map(EventLine::of).toList(),
                                named.apply(head))))
                .chain(page -> html(200, words, page));
    }

    /** The part of the page with stuck work; the page loads it again now and then. */
    @GET
    @Path("console/stuck")
    @RolesAllowed(OPERATOR)
    @Operation(hidden = true)
    public Uni<Response> stuck(
            @QueryParam("lang") String lang, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accept) {
        Words words = Words.of(lang, accept);
        return stuck.read(own(access.caller())).chain(lines -> html(200, words, Pages.stuck(words, lines)));
    }

    /** The events live, for the page: with the session of the login instead of a token. */
    @GET
    @Path("console/events")
    @RolesAllowed(OPERATOR)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(hidden = true)
    public Uni<Void> events(
            @HeaderParam("Last-Event-ID") String lastEventId,
            @QueryParam("cursor") String cursor,
            @QueryParam("node") String node,
            @QueryParam("type") String type,
            @QueryParam("caseId") String caseId,
            @Context HttpServerResponse response) {
        return sse.send(
                response,
                lastEventId == null ? cursor : lastEventId,
                sse.seen(EventFilter.of(chosen(node), null, chosen(type), chosen(caseId))));
    }

    /** The only node that the caller may see; null for people of the region. */
    private String own(Caller caller) {
        return access.ofTheRegion(caller) ? null : caller.node().value();
    }

    /** Null for an empty parameter, since a form sends empty fields too. */
    private static String chosen(String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter.strip();
    }

    private static Uni<Response> html(int status, Words words, TemplateInstance page) {
        return page.createUni()
                .map(text -> Response.status(status)
                        .entity(text)
                        .type("text/html;charset=UTF-8")
                        .language(words.language())
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                        .header("Content-Security-Policy", POLICY)
                        .header("Referrer-Policy", "same-origin")
                        .build());
    }
}
