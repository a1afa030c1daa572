package org.puente.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/** A reception centre's system: registers people, and withdraws a consent for one who asks. */
public final class Reception {
    private final Region region;
    private final Institutions institutions;
    private final Figures figures;

    public Reception(Region region, Institutions institutions, Figures figures) {
        this.region = region;
        this.institutions = institutions;
        this.figures = figures;
    }

    /**
     * What reception answered: the case and its consent.
     *
     * @param statusCode for the person alone
     */
    public record Case(Person person, String caseId, String consentId, String statusCode) {
        @Override
        public String toString() {
            return "Case[" + caseId + "]";
        }
    }

    /**
     * @return empty where the registration was refused
     */
    public Optional<Case> register(Person person) {
        Agency.Reply reply = institutions
                .system(person.reception())
                .post(region.of(person.node(), "reception") + "/v1/returns", person.form());
        if (reply.status() != 201) {
            figures.count("refused registration: " + reply.why());
            return Optional.empty();
        }
        figures.count("registered at " + person.node());
        for (JsonNode warning : reply.body().path("warnings")) {
            figures.count("warning: " + warning.path("code").asText());
        }
        return Optional.of(new Case(
                person,
                reply.body().path("caseId").asText(),
                reply.body().path("consentId").asText(),
                reply.body().path("statusCode").asText()));
    }

    /**
     * Issues the certificate that the person leaves with, with the status code that was handed out.
     *
     * @return its paper as PDF; empty where it was refused
     */
    Optional<byte[]> certificate(Case of) throws IOException {
        Agency system = institutions.system(of.person().reception());
        String certificates =
                "%s/v1/returns/%s/certificates".formatted(region.of(of.person().node(), "reception"), of.caseId());
        Agency.Reply issued =
                system.post(certificates, Agency.JSON.createObjectNode().put("statusCode", of.statusCode()));
        return issued.ok()
                ? system.file(certificates + "/" + issued.body().path("code").asText(), "application/pdf")
                : Optional.empty();
    }

    void withdraw(Case of) {
        Agency.Reply reply = institutions
                .system(of.person().reception())
                .delete("%s/v1/returns/%s/consents/%s"
                        .formatted(region.of(of.person().node(), "reception"), of.caseId(), of.consentId()));
        figures.count(reply.ok() ? "consents withdrawn" : "consent not withdrawn");
    }
}
