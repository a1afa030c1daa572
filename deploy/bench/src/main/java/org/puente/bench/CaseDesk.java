package org.puente.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import org.puente.demo.Agency;
import org.puente.local.Region;

/** A desk of Guatemala's reception: it registers a person, and refers them to Honduras at once. */
final class CaseDesk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OFFER = "hnd-reinsercion";

    private final Agency agency;
    private final Forms forms = new Forms("gtm-fag");
    private final String register;
    private final String refer;

    CaseDesk(Region region) {
        agency = Agency.system(BenchRegion.addresses(region), "gtm-igm");
        register = region.service("gtm/reception") + "/v1/returns";
        refer = region.service("gtm/referral") + "/v1/referrals";
    }

    /**
     * Two requests, each sent once.
     *
     * @return the id of the referral
     * @throws IllegalStateException on any other answer than 201
     */
    String registerAndRefer() {
        JsonNode registered = created(agency.post(register, read(forms.next())));
        ObjectNode referral = JSON.createObjectNode();
        referral.put("caseId", registered.path("caseId").asText())
                .put("offerId", OFFER)
                .put("consentId", registered.path("consentId").asText());
        referral.putObject("need")
                .put("dimension", "social")
                .put("category", "one-stop-desk")
                .put("urgency", "normal");
        return created(agency.post(refer, referral)).path("referralId").asText();
    }

    private static JsonNode created(Agency.Reply reply) {
        if (reply.status() != 201) {
            throw new IllegalStateException(reply.status() + " " + reply.body());
        }
        return reply.body();
    }

    private static JsonNode read(String form) {
        try {
            return JSON.readTree(form);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
