package org.puente.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Facts as the Secretariat shows them, for tests. */
final class Facts {
    private Facts() {}

    static StreamedFact issued(String caseId, String referralId, Instant answerBy) {
        return of("referral.issued", caseId, "referralId", referralId, "answerBy", answerBy.toString());
    }

    static StreamedFact step(String type, String caseId, String referralId) {
        return of(type, caseId, "referralId", referralId);
    }

    static StreamedFact planned(String caseId, String followUpId, String office, String dueOn) {
        return of("followup.planned", caseId, "followUpId", followUpId, "institution", office, "dueOn", dueOn);
    }

    static StreamedFact followUp(String type, String caseId, String followUpId, String office) {
        return of(type, caseId, "followUpId", followUpId, "institution", office);
    }

    static StreamedFact of(String type, String caseId, String... fields) {
        ObjectNode event = Agency.JSON.createObjectNode();
        event.put("source", "/gtm/service").put("type", "org.puente." + type + ".v1");
        ObjectNode data = event.putObject("data").put("caseId", caseId);
        for (int i = 0; i < fields.length; i += 2) {
            data.put(fields[i], fields[i + 1]);
        }
        return StreamedFact.of(event);
    }
}
