package org.puente.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.puente.demo.Agency;
import org.puente.demo.Institutions;
import org.puente.demo.Region;

/** A desk of Guatemala's reception. */
record ReceptionClient(Institutions institutions, Region addresses) {
    /**
     * Registers a woman who came home to Guatemala.
     *
     * @return the answer, with her case and her status code
     */
    JsonNode register(String familyNames, LocalDate returnedOn) {
        return register(familyNames, returnedOn, "GTM", "GT-01");
    }

    /** The same of a woman who goes on to her own country. */
    JsonNode registerHonduran(String familyNames, LocalDate returnedOn) {
        return register(familyNames, returnedOn, "HND", "HN-FM");
    }

    private JsonNode register(String familyNames, LocalDate returnedOn, String country, String subdivision) {
        return institutions
                .system("gtm-igm")
                .post(addresses.of("gtm", "reception") + "/v1/returns", """
                        {"person": {"givenNames": "Eva", "familyNames": "%s",
                          "birthDate": "1990-05-06", "sex": "F", "nationality": "%s",
                          "documents": [], "phones": [], "languages": ["spa"]},
                         "returnedOn": "%s", "receptionPoint": "gtm-fag", "returnedFrom": "USA",
                         "will": "forced", "needs": [],
                         "destination": {"country": "%s", "subdivision": "%s"},
                         "consent": {"purposes": ["referral"], "scope": ["region"],
                          "givenBy": "self", "validUntil": "2099-12-31"}}
                        """.formatted(
                                familyNames, country, returnedOn, country, subdivision))
                .body();
    }

    /** Withdraws the consent of a registration. */
    Agency.Reply withdraw(JsonNode registered) {
        return institutions
                .system("gtm-igm")
                .delete(address(registered) + "/consents/"
                        + registered.path("consentId").asText());
    }

    /** A return as the desk sees it. */
    JsonNode read(JsonNode registered) {
        return institutions.system("gtm-igm").get(address(registered)).body();
    }

    private String address(JsonNode registered) {
        return addresses.of("gtm", "reception")
                + "/v1/returns/"
                + registered.path("caseId").asText();
    }
}
