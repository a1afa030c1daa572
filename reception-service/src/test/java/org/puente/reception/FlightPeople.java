package org.puente.reception;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The people of a flight that nobody else is on, registered today. */
public final class FlightPeople {
    private static final AtomicInteger FLIGHTS = new AtomicInteger();

    private FlightPeople() {}

    /** A number that no other flight has. */
    public static String newReference() {
        return "HT-" + (1000 + FLIGHTS.incrementAndGet());
    }

    public static List<String> register(String reference, int count) {
        return IntStream.range(0, count).mapToObj(i -> register(reference)).toList();
    }

    /** Registers one person, and returns the case. */
    public static String register(String reference) {
        return ReceptionTest.register(RegistrationForm.filled()
                        .with("/returnedOn", "'" + ReceptionTest.today() + "'")
                        .with("/transport/reference", "'" + reference + "'"))
                .path("caseId");
    }

    /** The flight as requests name it. */
    public static String json(String reference) {
        return "{\"receptionPoint\": \"gtm-fag\", \"returnedOn\": \"%s\", \"reference\": \"%s\"}"
                .formatted(ReceptionTest.today(), reference);
    }
}
