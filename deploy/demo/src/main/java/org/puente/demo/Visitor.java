package org.puente.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/**
 * A unit that follows up: sees which of the play's visits are due to it, reads whom to visit, visits, and
 * asks the questionnaire.
 */
final class Visitor implements Runnable {
    /** The offices that visit in the demo; an id begins with its node. */
    static final List<String> OFFICES = List.of("slv-dgme", "gtm-igm", "hnd-inm", "mex-inm", "hnd-umar-sps");

    private static final String INSTRUMENT = "puente-baseline-1";

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final String url;
    private final String due;
    private final Agency system;
    private final OwnCases own;
    private final Figures figures;
    private final BoundedTasks tasks;
    private final Random random;
    private JsonNode instrument;
    private volatile boolean closing;

    /**
     * @param since the beginning of the play: what became due before is not the play's
     */
    Visitor(
            Region region,
            String institution,
            Institutions institutions,
            OwnCases own,
            Figures figures,
            BoundedTasks tasks,
            Instant since) {
        this.url = region.of(institution.substring(0, 3), "followup") + "/v1";
        this.due = url + "/followups?status=due&limit=200&modifiedAfter=" + Agency.encode(since.toString());
        this.system = institutions.system(institution);
        this.own = own;
        this.figures = figures;
        this.tasks = tasks;
        this.random = new Random(institution.hashCode());
    }

    void close() {
        closing = true;
    }

    @Override
    public void run() {
        while (!closing) {
            try {
                visitAll();
            } catch (RuntimeException e) {
                figures.count("fault of the play: " + e.getMessage());
            }
            Agency.pause(BETWEEN_LOOKS);
        }
    }

    private void visitAll() {
        CompletableFuture<?>[] visits = system.items(due).stream()
                .filter(followUp -> own.hasCase(followUp.path("caseId").asText()))
                .map(followUp -> followUp.path("followUpId").asText())
                .map(id -> tasks.submit(() -> visit(id)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(visits).join();
    }

    /** Whom nobody knows yet is visited at a later look. */
    private void visit(String id) {
        Agency.Reply person = system.get(url + "/followups/" + id + "/dossier");
        if (!person.ok() || person.body().path("givenNames").asText().isEmpty()) {
            figures.count("whom to visit: " + person.code());
            return;
        }
        figures.count("dossiers read for visits");
        report(id);
    }

    private void report(String id) {
        ObjectNode body = Agency.JSON.createObjectNode();
        boolean reached = random.nextDouble() < 0.85;
        body.put("outcome", reached ? "reached" : "unreachable");
        if (reached) {
            body.putObject("instrument").put("id", INSTRUMENT).put("version", version());
            answers(body.putObject("answers"));
        }
        Agency.Reply reply = system.post(url + "/followups/" + id + "/visit", body);
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

    private synchronized JsonNode instrument() {
        if (instrument == null) {
            instrument = system.get(url + "/instruments/" + INSTRUMENT).body();
        }
        return instrument;
    }
}
