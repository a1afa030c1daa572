package org.puente.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An invented person as a reception centre's system would register them.
 *
 * @param node where the person is received
 * @param form the body of {@code POST /v1/returns}
 */
public record Person(String node, ObjectNode form) {
    private static final int OF_AGE = 18;

    /** What of this person must never be found on the wire: names, numbers of papers, phones. */
    public List<String> identity() {
        List<String> words = new ArrayList<>();
        var person = form.path("person");
        words.add(person.path("familyNames").asText());
        words.add(person.path("givenNames").asText() + " "
                + person.path("familyNames").asText());
        person.path("documents").forEach(paper -> words.add(paper.path("number").asText()));
        person.path("phones").forEach(phone -> words.add(phone.asText()));
        return words;
    }

    /** The id of the household; empty for somebody who returns alone. */
    Optional<String> household() {
        return Optional.ofNullable(form.at("/household/id").textValue());
    }

    /** Whether they give their consent, and not a guardian or an authority for them. */
    boolean consentsForThemselves() {
        return form.path("consent").path("givenBy").asText().equals("self");
    }

    boolean adultOn(LocalDate day) {
        LocalDate born = LocalDate.parse(form.path("person").path("birthDate").asText());
        return !born.plusYears(OF_AGE).isAfter(day);
    }

    public String reception() {
        return Receptions.of(node).institution();
    }

    @Override
    public String toString() {
        return "a person received at " + node;
    }
}
