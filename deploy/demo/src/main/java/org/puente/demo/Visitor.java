package org.puente.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A unit that follows up: sees what is due to it, reads whom to visit, visits, and asks the
 * questionnaire.
 */
final class Visitor implements Runnable {
    /** The offices that visit in the demo; an id begins with its node. */
    static final List<String> OFFICES = List.of("slv-dgme", "gtm-igm", "hnd-inm", "mex-inm", "hnd-umar-sps");

    private static final String INSTRUMENT = "puente-baseline-1";

    private final String url;
    private final Agency system;
    private final Figures figures;
    private final Random random;
    private JsonNode instrument;
    private volatile boolean closing;

    Visitor(Region region, String node, String institution, Agency system, Figures figures) {
        this.url = region.of(node, "followup");
        this.system = system;
        this.figures = figures;
        this.random = new Random(institution.hashCode());
    }

    void close() {
        closing = true;
    }

    @Override
    public void run() {
        while (!closing) {
            JsonNode due =
                    system.get(url + "/v1/followups?status=due&limit=200").body();
            int visited = 0;
            for (JsonNode followUp : due.path("items")) {
                visited += visit(followUp) ? 1 : 0;
            }
            if (visited == 0) {
                Agency.pause(Duration.ofMillis(500));
            }
        }
    }

    /** Whom nobody knows yet is visited at a later round. */
    private boolean visit(JsonNode followUp) {
        String id = followUp.path("followUpId").asText();
        Agency.Reply person = system.get(url + "/v1/followups/" + id + "/dossier");
        if (!person.ok() || person.body().path("givenNames").asText().isEmpty()) {
            figures.count("whom to visit: " + person.code());
            return false;
        }
        figures.count("dossiers read for visits");
        report(id);
        return true;
    }

    private void report(String id) {
        ObjectNode body = Agency.JSON.createObjectNode();
        boolean reached = random.nextDouble() < 0.85;
        body.put("outcome", reached ? "reached" : "unreachable");
        if (reached) {
            body.putObject("instrument").put("id", INSTRUMENT).put("version", version());
            answers(body.putObject("answers"));
        }
        Agency.Reply reply = system.post(url + "/v1/followups/" + id + "/visit", body);
        figures.count(reply.ok() ? "visits" : "refused visit: " + reply.why());
    }

    private int version() {
        return instrument().path("version").asInt();
    }

    /** Answers most items; what is left out counts as missing. */
    private void answers(ObjectNode answers) {
        for (JsonNode item : instrument().path("items")) {
            List<String> steps = steps(item.path("scale").asText());
            if (random.nextDouble() < 0.9 && !steps.isEmpty()) {
                answers.put(item.path("id").asText(), steps.get(random.nextInt(steps.size())));
            }
        }
    }

    private List<String> steps(String scale) {
        List<String> codes = new ArrayList<>();
        for (JsonNode one : instrument().path("scales")) {
            if (one.path("id").asText().equals(scale)) {
                one.path("steps").forEach(step -> codes.add(step.path("code").asText()));
            }
        }
        return codes;
    }

    private JsonNode instrument() {
        if (instrument == null) {
            instrument = system.get(url + "/v1/instruments/" + INSTRUMENT).body();
        }
        return instrument;
    }
}
