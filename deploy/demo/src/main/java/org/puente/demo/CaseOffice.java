package org.puente.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A case manager at a reception centre: looks for an offer that fits, and refers. */
public final class CaseOffice {
    private final Region region;
    private final Institutions institutions;
    private final Figures figures;

    public CaseOffice(Region region, Institutions institutions, Figures figures) {
        this.region = region;
        this.institutions = institutions;
        this.figures = figures;
    }

    /** A referral as it was issued. */
    public record Issued(String referralId, String fromNode, String toNode, String to) {}

    /**
     * @return empty where nothing fits, or the referral was refused
     */
    public Optional<Issued> refer(Reception.Case of) {
        Optional<JsonNode> offer = bestOffer(of);
        if (offer.isEmpty()) {
            figures.count("without an offer that fits");
            return Optional.empty();
        }
        return issue(of, offer.get());
    }

    private Optional<JsonNode> bestOffer(Reception.Case of) {
        JsonNode best = matches(of).path("offers").path(0);
        return best.path("eligible").asBoolean()
                        && best.path("reasons").findValuesAsText("code").contains("need")
                ? Optional.of(best)
                : Optional.empty();
    }

    /** The case may still be on its way from the reception: the request waits for it. */
    private JsonNode matches(Reception.Case of) {
        String url = "%s/v1/cases/%s/matches".formatted(region.of(of.person().node(), "referral"), of.caseId());
        Agency.Reply reply = institutions.system(of.person().reception()).get(url);
        if (!reply.ok()) {
            throw new IllegalStateException("a case has not come over in time");
        }
        return reply.body();
    }

    private Optional<Issued> issue(Reception.Case of, JsonNode offer) {
        ObjectNode body = Agency.JSON.createObjectNode();
        body.put("caseId", of.caseId());
        body.put("offerId", offer.path("offerId").asText());
        body.set("need", of.person().form().path("needs").path(0));
        body.put("consentId", of.consentId());
        Agency.Reply reply = institutions
                .system(of.person().reception())
                .post(region.of(of.person().node(), "referral") + "/v1/referrals", body);
        if (reply.status() == 201) {
            return Optional.of(issued(of, offer, reply.body()));
        }
        figures.count("refused referral: " + reply.why());
        return Optional.empty();
    }

    private Issued issued(Reception.Case of, JsonNode offer, JsonNode referral) {
        String from = of.person().node();
        String to = offer.path("node").asText();
        String recipient = offer.path("institution").asText();
        figures.count(from.equals(to) ? "referred within a node" : "referred across a border");
        String id = referral.path("referralId").asText();
        if (!from.equals(to)) {
            measure(id, to, recipient, Instant.now());
        }
        return new Issued(id, from, to, recipient);
    }

    private void measure(String referral, String node, String recipient, Instant answered) {
        String url = region.of(node, "referral") + "/v1/referrals/" + referral;
        if (institutions.system(recipient).get(url).ok()) {
            figures.arrivedAfter(Duration.between(answered, Instant.now()));
        } else {
            figures.count("did not arrive in time");
        }
    }
}
