package org.puente.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.puente.demo.Institutions;
import org.puente.demo.Region;

/** Carries a referral across a border by a program that openapi-typescript has typed. */
record TypescriptClient(Region addresses, Institutions institutions) {

    void carry(LocalDate returnedOn) {
        Node node = Node.installed();
        for (String service : new String[] {"reception", "referral"}) {
            String document = ApiDocument.file(service).toAbsolutePath().toString();
            node.tool("openapi-typescript", document, "-o", service + ".d.ts").mustHaveSucceeded();
        }
        node.tool("tsc", "--project", "tsconfig.json").mustHaveSucceeded();
        Node.Outcome outcome = node.run(
                Map.of(
                        "RECEPTION", addresses.of("gtm", "reception"),
                        "ISSUER", addresses.of("gtm", "referral"),
                        "RECIPIENT", addresses.of("hnd", "referral"),
                        "ISSUER_TOKEN", institutions.system("gtm-igm").token(),
                        "RECIPIENT_TOKEN", institutions.system("hnd-sreci").token(),
                        "RETURNED_ON", returnedOn.toString()),
                "node",
                "carry.js");
        outcome.mustHaveSucceeded();
        assertThat(outcome.words()).contains("accepted");
    }
}
