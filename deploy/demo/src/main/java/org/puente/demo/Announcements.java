package org.puente.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Mexico's migration institute announces each flight and bus with its manifest. One person on each does not come, and
 * one who comes, or a family, is not on it; at the end the reception point accounts for everybody.
 */
final class Announcements {
    static final String ANNOUNCER = "mex-inm";
    private static final String ANNOUNCING_NODE = "mex";

    /** On a smaller flight somebody too many would be half of it. */
    private static final int SMALLEST = 3;

    /** Nothing that was announced is changed here. */
    private static final int ONLY_VERSION = 1;

    /** What a desk asks of a person who stands before it. */
    private static final Set<String> ASKED =
            Set.of("returnedOn", "will", "causes", "needs", "skills", "destination", "consent");

    private final Region region;
    private final Institutions institutions;
    private final Figures figures;
    private final Map<ObjectNode, Listed> listed = new ConcurrentHashMap<>();
    private final Map<Day.Arrival, String> announced = new ConcurrentHashMap<>();

    Announcements(Region region, Institutions institutions, Figures figures) {
        this.region = region;
        this.institutions = institutions;
        this.figures = figures;
    }

    private record Listed(String arrivalId, int entry) {}

    /** Whether a flight or a bus is announced: not one whose centre registers all at once, without network. */
    private static boolean isAnnounced(Day.Arrival arrival) {
        return !arrival.isBatch() && !arrival.people().isEmpty();
    }

    void announce(Day.Arrival arrival) {
        if (!isAnnounced(arrival)) {
            return;
        }
        String id = UUID.randomUUID().toString();
        List<Person> people = arrival.people();
        ObjectNode body = Agency.JSON.createObjectNode();
        body.put("arrivalId", id);
        body.put("receptionPoint", Receptions.of(arrival.node()).point());
        body.put("expectedAt", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        body.putObject("transport")
                .put("mode", Receptions.of(arrival.node()).mode())
                .put("reference", arrival.reference());
        body.put("returnedFrom", people.getFirst().form().path("returnedFrom").asText());
        ArrayNode manifest = body.putArray("manifest");
        int last = people.size() - unlisted(people);
        for (int i = 0; i < last; i++) {
            manifest.add(entry(people.get(i), i + 1));
        }
        absent(manifest, people.getFirst(), people.size() + 1);
        Agency.Reply reply =
                institutions.system(ANNOUNCER).post(region.of(ANNOUNCING_NODE, "reception") + "/v1/arrivals", body);
        if (!reply.ok()) {
            figures.count("refused announcement: " + reply.why());
            return;
        }
        figures.count("announced");
        announced.put(arrival, id);
        for (int i = 0; i < last; i++) {
            listed.put(people.get(i).form(), new Listed(id, i + 1));
        }
    }

    /** How many of the last people are not on the manifest: one, or a family, which the desk then registers together. */
    private static int unlisted(List<Person> people) {
        if (people.size() < SMALLEST) {
            return 0;
        }
        Optional<String> household = people.getLast().household();
        return household.isEmpty()
                ? 1
                : (int) people.stream()
                        .filter(person -> person.household().equals(household))
                        .count();
    }

    private static ObjectNode entry(Person person, int number) {
        ObjectNode entry = Agency.JSON.createObjectNode().put("entry", number);
        ObjectNode known = person.form().path("person").deepCopy();
        known.remove("phones");
        entry.set("person", known);
        entry.set("profiles", person.form().path("profiles"));
        if (person.form().has("household")) {
            entry.set("household", person.form().path("household"));
        }
        return entry;
    }

    /** Somebody who missed the flight: like the first one, and another person. */
    private static void absent(ArrayNode manifest, Person like, int number) {
        ObjectNode entry = entry(like, number);
        entry.remove("household");
        ObjectNode person = (ObjectNode) entry.path("person");
        person.put("givenNames", "Quien no llegó");
        person.putArray("documents");
        manifest.add(entry);
    }

    /** The announcement may still be on its way to where the people arrive: the request waits for it. */
    void awaitManifest(Day.Arrival arrival) {
        String id = announced.get(arrival);
        if (id != null && !isThere(arrival, id)) {
            figures.count("without a manifest: it did not come in time");
            Set<ObjectNode> forms = new HashSet<>();
            arrival.people().forEach(person -> forms.add(person.form()));
            listed.keySet().removeAll(forms);
        }
    }

    private boolean isThere(Day.Arrival arrival, String id) {
        return system(arrival)
                .get(address(arrival.node(), id) + "?box=incoming")
                .ok();
    }

    boolean isListed(Person person) {
        return listed.containsKey(person.form());
    }

    /** Registers a person from the manifest, with what the desk asks them. */
    Agency.Reply register(Person person) {
        Listed from = listed.get(person.form());
        ObjectNode asked = person.form().deepCopy().retain(ASKED);
        asked.putObject("person").set("phones", person.form().at("/person/phones"));
        return institutions
                .system(person.reception())
                .post(
                        "%s/manifest/%d/return".formatted(address(person.node(), from.arrivalId()), from.entry()),
                        asked,
                        ONLY_VERSION);
    }

    /** Accounts for everybody. */
    void close(Day.Arrival arrival) {
        String id = announced.get(arrival);
        if (id == null) {
            return;
        }
        ObjectNode day = Agency.JSON
                .createObjectNode()
                .put(
                        "returnedOn",
                        arrival.people().getFirst().form().path("returnedOn").asText());
        Agency.Reply reply = system(arrival).post(address(arrival.node(), id) + "/closing", day);
        if (!reply.ok()) {
            figures.count("refused closing: " + reply.why());
            return;
        }
        figures.count("manifest: came", reply.body().path("came").size());
        figures.count("manifest: did not come", reply.body().path("absent").size());
        figures.count("manifest: were not on it", reply.body().path("unlisted").size());
    }

    private Agency system(Day.Arrival arrival) {
        return institutions.system(Receptions.of(arrival.node()).institution());
    }

    private String address(String node, String arrivalId) {
        return region.of(node, "reception") + "/v1/arrivals/" + arrivalId;
    }
}
