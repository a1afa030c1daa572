package org.puente.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A recipient's system: follows the changes of its box, reads the dossier, answers and serves. What it does
 * with a referral depends on the referral's id alone, so most are served, and each other way of ending
 * occurs too. It leaves alone what others than the play referred to it.
 */
final class Recipient {
    private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofSeconds(1);
    private static final int CONFLICT = 409;

    private final String url;
    private final Agency system;
    private final OwnCases own;
    private final Figures figures;
    private final BoundedTasks tasks;
    private final EventFollower changes;
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    Recipient(Region region, String node, Agency system, OwnCases own, Figures figures, BoundedTasks tasks) {
        this.url = region.of(node, "referral") + "/v1/referrals";
        this.system = system;
        this.own = own;
        this.figures = figures;
        this.tasks = tasks;
        this.changes = new EventFollower(system, url + "/stream?box=incoming", this::lookIntoBox, this::onChange);
    }

    /** Its stream of changes, which runs until it is closed. */
    EventFollower changes() {
        return changes;
    }

    /** What came before the stream was open. */
    private void lookIntoBox() {
        system.items(url + "?box=incoming&status=acknowledged&limit=200")
                .forEach(referral -> take(
                        referral.path("caseId").asText(),
                        referral.path("referralId").asText()));
    }

    private void onChange(JsonNode event) {
        StreamedFact fact = StreamedFact.of(event);
        if (fact.type().equals("referral.acknowledged")) {
            take(fact.caseId(), fact.text("referralId"));
        }
    }

    private void take(String caseId, String referralId) {
        if (own.hasCase(caseId) && taken.add(referralId)) {
            tasks.submit(() -> serve(referralId));
        }
    }

    private void serve(String id) {
        int way = way(id);
        if (way < 10) {
            return; // never answered: it will expire
        }
        Agency.Reply dossier = system.get(url + "/" + id + "/dossier");
        figures.count(dossier.ok() ? "dossiers read" : "dossier: " + dossier.code());
        if (dossier.status() == CONFLICT) {
            tasks.submitAfter(BEFORE_THE_NEXT_TRY, () -> serve(id));
        } else if (dossier.ok()) {
            answer(id, way);
        }
    }

    private static int way(String id) {
        return Math.floorMod(id.hashCode(), 100);
    }

    private void answer(String id, int way) {
        if (way < 18) {
            report(id, "declined", "reason", "no-capacity");
        } else if (way < 23) {
            letWait(id);
        } else {
            accept(id, false);
        }
    }

    private void letWait(String id) {
        if (report(id, "waitlisted", null, null).ok()) {
            tasks.submitAfter(BEFORE_THE_NEXT_TRY, () -> accept(id, true));
        }
    }

    private void accept(String id, boolean waits) {
        Agency.Reply reply = report(id, "accepted", null, null);
        if (reply.ok()) {
            deliver(id, way(id));
        } else if (reply.code().equals("no-place")) {
            if (waits) {
                tasks.submitAfter(BEFORE_THE_NEXT_TRY, () -> accept(id, true));
            } else {
                letWait(id);
            }
        }
    }

    private void deliver(String id, int way) {
        if (way < 32) {
            report(id, "scheduled", "at", Instant.now().toString());
            report(id, "missed", null, null);
        }
        Instant appointment = way < 36 ? Instant.now() : Instant.now().plusSeconds(1);
        report(id, "scheduled", "at", appointment.toString());
        if (way < 36) {
            report(id, "failed", "reason", "no-show");
            return;
        }
        if (way % 2 == 0) {
            report(id, "started", null, null);
        }
        report(id, "delivered", "outcome", way % 10 == 0 ? "partial" : "completed");
    }

    private Agency.Reply report(String id, String type, String field, String value) {
        ObjectNode body = Agency.JSON.createObjectNode().put("type", type);
        if (field != null) {
            body.put(field, value);
        }
        Agency.Reply reply = system.post(url + "/" + id + "/facts", body);
        if (!reply.ok()) {
            figures.count("refused " + type + ": " + reply.why());
        }
        return reply;
    }
}
