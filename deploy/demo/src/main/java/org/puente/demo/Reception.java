package org.puente.demo;

import com.fasterxml.jackson.databind.JsonNode;
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

    /** What reception answered: the case and its consent. */
    public record Case(Person person, String caseId, String consentId) {}

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
                reply.body().path("consentId").asText()));
    }

    void withdraw(Case of) {
        Agency.Reply reply = institutions
                .system(of.person().reception())
                .delete("%s/v1/returns/%s/consents/%s"
                        .formatted(region.of(of.person().node(), "reception"), of.caseId(), of.consentId()));
        figures.count(reply.ok() ? "consents withdrawn" : "consent not withdrawn");
    }
}
