package org.puente.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * A recipient's system: finds what is addressed to it, reads the dossier, answers and serves. What
 * it does with a referral depends on the referral's id alone, so most are served, and each other
 * way of ending occurs too.
 */
final class Recipient implements Runnable {
    private final String url;
    private final Agency system;
    private final Figures figures;
    private final Set<String> left = new HashSet<>();
    private volatile boolean closing;

    Recipient(Region region, String node, Agency system, Figures figures) {
        this.url = region.of(node, "referral") + "/v1/referrals";
        this.system = system;
        this.figures = figures;
    }

    void close() {
        closing = true;
    }

    @Override
    public void run() {
        while (!closing) {
            int served = 0;
            for (JsonNode referral : box()) {
                served += serve(referral) ? 1 : 0;
            }
            if (served == 0) {
                Agency.pause(Duration.ofMillis(300));
            }
        }
    }

    private JsonNode box() {
        Agency.Reply reply = system.get(url + "?box=incoming&status=acknowledged,waitlisted&limit=200");
        if (!reply.ok()) {
            figures.count("box not readable: " + reply.code());
        }
        return reply.body().path("items");
    }

    /**
     * @return whether something was done
     */
    private boolean serve(JsonNode referral) {
        String id = referral.path("referralId").asText();
        if (left.contains(id)) {
            return false;
        }
        int way = Math.floorMod(id.hashCode(), 100);
        boolean waits = referral.path("status").asText().equals("waitlisted");
        if (way < 10) {
            left.add(id); // never answered: it will expire
            return false;
        }
        if (!waits && !readDossier(id)) {
            return false;
        }
        if (way < 18) {
            return report(id, "declined", "reason", "no-capacity");
        }
        if (way < 23 && !waits) {
            return report(id, "waitlisted", null, null);
        }
        if (!report(id, "accepted", null, null)) {
            return waits || !report(id, "waitlisted", null, null);
        }
        deliver(id, way);
        return true;
    }

    private boolean readDossier(String id) {
        Agency.Reply reply = system.get(url + "/" + id + "/dossier");
        figures.count(reply.ok() ? "dossiers read" : "dossier: " + reply.code());
        return reply.ok();
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

    private boolean report(String id, String type, String field, String value) {
        ObjectNode body = Agency.JSON.createObjectNode().put("type", type);
        if (field != null) {
            body.put(field, value);
        }
        Agency.Reply reply = system.post(url + "/" + id + "/facts", body);
        if (!reply.ok()) {
            figures.count("refused " + type + ": " + reply.why());
        }
        return reply.ok();
    }
}
