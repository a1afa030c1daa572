package org.puente.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A reception centre's system: registers people, one by one or all of an arrival at once, and withdraws a consent for one who asks. */
public final class Reception {
    /** What a family has in common. */
    private static final List<String> SHARED = List.of("returnedOn", "receptionPoint", "returnedFrom", "transport");

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
        return registered(
                person,
                institutions
                        .system(person.reception())
                        .post(region.of(person.node(), "reception") + "/v1/returns", person.form()));
    }

    /** As {@link #register(Person)}, from the manifest if the person is on it. */
    Optional<Case> register(Person person, Announcements announcements) {
        return announcements.isListed(person) ? registered(person, announcements.register(person)) : register(person);
    }

    private Optional<Case> registered(Person person, Agency.Reply reply) {
        if (reply.status() != 201) {
            figures.count("refused registration: " + reply.why());
            return Optional.empty();
        }
        figures.count("registered at " + person.node());
        for (JsonNode warning : reply.body().path("warnings")) {
            figures.count("warning: " + warning.path("code").asText());
        }
        return Optional.of(caseOf(person, reply.body()));
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

    /**
     * Registers all people of an arrival in one request, as a centre does that had no network.
     *
     * @return those who were registered
     */
    List<Case> registerAll(List<Person> people) {
        Map<String, Person> byKey = new LinkedHashMap<>();
        people.forEach(person -> byKey.put(UUID.randomUUID().toString(), person));
        List<ObjectNode> rows = new ArrayList<>();
        byKey.forEach((key, person) -> rows.add(person.form().deepCopy().put("key", key)));
        Person first = people.getFirst();
        List<JsonNode> answers = institutions
                .system(first.reception())
                .postLines(region.of(first.node(), "reception") + "/v1/returns/batches", rows);
        List<Case> registered = new ArrayList<>();
        for (JsonNode answer : answers) {
            if (answer.has("caseId")) {
                figures.count("registered at " + first.node());
                answer.path("warnings")
                        .forEach(warning ->
                                figures.count("warning: " + warning.path("code").asText()));
                registered.add(caseOf(byKey.get(answer.path("key").asText()), answer));
            } else if (answer.has("errors")) {
                figures.count(
                        "refused registration: " + answer.at("/errors/0/code").asText());
            }
        }
        return registered;
    }

    /**
     * Registers a family in one request: the first is the head, who is a parent of the others.
     *
     * @return empty where the registration was refused
     */
    List<Case> registerHousehold(List<Person> family) {
        Person head = family.getFirst();
        ObjectNode body = Agency.JSON
                .createObjectNode()
                .put("householdId", head.household().orElseThrow());
        body.set("shared", head.form().deepCopy().retain(SHARED));
        for (Person person : family) {
            ObjectNode member = person.form().deepCopy().remove(SHARED);
            body.withArray("members").add(member);
            member.put("key", "member-" + family.indexOf(person));
            if (person != head) {
                member.putArray("responsible")
                        .addObject()
                        .put("member", "member-0")
                        .put("relation", "parent");
            }
        }
        Agency.Reply reply = institutions
                .system(head.reception())
                .post(region.of(head.node(), "reception") + "/v1/returns/households", body);
        if (reply.status() != 201) {
            figures.count("refused household: " + reply.why());
            return List.of();
        }
        figures.count("households registered together");
        List<Case> registered = new ArrayList<>();
        for (JsonNode answer : reply.body().path("members")) {
            figures.count("registered at " + head.node());
            answer.path("warnings")
                    .forEach(warning ->
                            figures.count("warning: " + warning.path("code").asText()));
            registered.add(caseOf(family.get(registered.size()), answer));
        }
        return registered;
    }

    private static Case caseOf(Person person, JsonNode answer) {
        return new Case(
                person,
                answer.path("caseId").asText(),
                answer.path("consentId").asText(),
                answer.path("statusCode").asText());
    }

    void withdraw(Case of) {
        Agency.Reply reply = institutions
                .system(of.person().reception())
                .delete("%s/v1/returns/%s/consents/%s"
                        .formatted(region.of(of.person().node(), "reception"), of.caseId(), of.consentId()));
        figures.count(reply.ok() ? "consents withdrawn" : "consent not withdrawn");
    }
}
