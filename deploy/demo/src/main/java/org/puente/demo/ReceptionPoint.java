package org.puente.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A reception centre's system: when a flight lands and its people leave, and what they are given meanwhile. */
final class ReceptionPoint {
    private static final List<String> FOR_ALL = List.of("food", "hygiene-kit", "call-home");
    private static final List<String> FOR_ALL_BUT_ONE = List.of("transport-onward");

    private final Region region;
    private final Institutions institutions;
    private final OwnCases own;
    private final Figures figures;

    ReceptionPoint(Region region, Institutions institutions, OwnCases own, Figures figures) {
        this.region = region;
        this.institutions = institutions;
        this.own = own;
        this.figures = figures;
    }

    void landed(Day.Arrival arrival) {
        ObjectNode body = named(arrival);
        body.put("mode", Receptions.of(arrival.node()).mode());
        figures.count(post(arrival, "landings", body).ok() ? "landings" : "landing not recorded");
    }

    /** One person is fetched by the family, and needs no transport. */
    void helped(Day.Arrival arrival) {
        List<String> helped = help(arrival, FOR_ALL, null);
        if (helped.size() > 1) {
            help(arrival, FOR_ALL_BUT_ONE, helped.getFirst());
        }
    }

    private List<String> help(Day.Arrival arrival, List<String> kinds, String except) {
        ObjectNode body = named(arrival);
        ArrayNode list = body.putArray("kinds");
        kinds.forEach(list::add);
        if (except != null) {
            body.putArray("except").add(except);
        }
        Agency.Reply reply = post(arrival, "help", body);
        if (!reply.ok()) {
            figures.count("refused help: " + reply.why());
            return List.of();
        }
        List<String> helped = reply.body().path("cases").findValuesAsText("caseId").stream()
                .filter(own::hasCase)
                .toList();
        helped.forEach(caseId -> kinds.forEach(kind -> figures.count("help: " + kind)));
        return helped;
    }

    void left(Day.Arrival arrival) {
        for (JsonNode caseId :
                post(arrival, "departures", named(arrival)).body().path("cases")) {
            if (own.hasCase(caseId.asText())) {
                figures.count("left the reception point");
            }
        }
    }

    private Agency.Reply post(Day.Arrival arrival, String what, ObjectNode body) {
        return institutions
                .system(Receptions.of(arrival.node()).institution())
                .post(region.of(arrival.node(), "reception") + "/v1/" + what, body);
    }

    private static ObjectNode named(Day.Arrival arrival) {
        ObjectNode body = Agency.JSON.createObjectNode();
        body.putObject("flight")
                .put("receptionPoint", Receptions.of(arrival.node()).point())
                .put(
                        "returnedOn",
                        arrival.people().getFirst().form().path("returnedOn").asText())
                .put("reference", arrival.reference());
        return body;
    }
}
