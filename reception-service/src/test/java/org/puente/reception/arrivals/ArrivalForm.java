package org.puente.reception.arrivals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.puente.platform.json.Json;
import org.puente.reception.FlightPeople;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

/** An announcement as an institution sends it: of a flight that nobody else has, which is to land now. */
public final class ArrivalForm {
    /** Nobody who is registered elsewhere has such a name. */
    public static final String NAME = "Xochiquetzalli";

    private final ObjectNode body = Json.mapper().createObjectNode();
    private final String reference = FlightPeople.newReference();

    private ArrivalForm(String point) {
        body.put("arrivalId", UUID.randomUUID().toString());
        body.put("receptionPoint", point);
        body.put("expectedAt", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        body.putObject("transport").put("mode", "air").put("reference", reference);
        body.put("returnedFrom", "USA");
        body.put("will", "forced");
    }

    public static ArrivalForm to(String point) {
        return new ArrivalForm(point);
    }

    public ArrivalForm with(String name, String json) {
        try {
            body.set(name, Json.mapper().readTree(json.replace('\'', '"')));
            return this;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public ArrivalForm without(String name) {
        body.remove(name);
        return this;
    }

    /** Adds a person, an adult woman who speaks Mam. */
    public ArrivalForm person() {
        RegistrationForm filled = RegistrationForm.filled();
        ObjectNode person = people().addObject().putObject("person");
        person.put("givenNames", NAME + filled.text("/person/givenNames"));
        person.put("familyNames", filled.text("/person/familyNames"));
        person.put("birthDate", "1991-03-14").put("sex", "F").put("nationality", "GTM");
        person.putArray("languages").add("mam");
        return this;
    }

    public ArrivalForm people(int count) {
        for (int i = 0; i < count; i++) {
            person();
        }
        return this;
    }

    /** Gives each person the entry of their place, from 1. */
    ArrivalForm numbered() {
        for (int i = 0; i < people().size(); i++) {
            ((ObjectNode) people().get(i)).put("entry", i + 1);
        }
        return this;
    }

    /** Makes this the flight of another announcement. */
    ArrivalForm flight(String reference) {
        ((ObjectNode) body.path("transport")).put("reference", reference);
        return this;
    }

    /** Sets a member of the person that was added last. */
    public ArrivalForm which(String name, String json) {
        try {
            ((ObjectNode) people().get(people().size() - 1))
                    .set(name, Json.mapper().readTree(json.replace('\'', '"')));
            return this;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private ArrayNode people() {
        return body.withArray("manifest");
    }

    public String reference() {
        return reference;
    }

    public String id() {
        return body.path("arrivalId").asText();
    }

    JsonNode json() {
        return body;
    }

    AnnounceRequest request() {
        try {
            return Json.mapper().treeToValue(body, AnnounceRequest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public Response announce() {
        return announceBy(ReceptionTest.by("gtm-igm"));
    }

    Response announceBy(RequestSpecification institution) {
        return institution.body(body.toString()).post("/v1/arrivals");
    }
}
