package org.puente.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who arrives: the published day {@code gtm-2025-01-02} (522 people in four flights at the
 * Guatemalan Air Force centre) and one arrival at each other node.
 *
 * @param earlier first returns, registered beforehand, of people who come again on the day
 * @param arrivals in the order of arrival
 */
record Day(List<Person> earlier, List<Arrival> arrivals) {
    private static final LocalDate DATE = LocalDate.of(2025, 1, 2);
    private static final LocalDate EARLIER = LocalDate.of(2024, 6, 14);
    private static final int COMING_AGAIN = 12;

    /** People of a small day: a family, two at each other node, and one who comes again. */
    static final int FEWEST = 10;

    /** A flight or a bus with its people. */
    record Arrival(String node, String reference, List<Person> people) {
        /** Whether its centre registers all in one request: one node's does. */
        boolean isBatch() {
            return node.equals("hnd");
        }

        /** Its people in their order, each household together. */
        Collection<List<Person>> together() {
            Map<Object, List<Person>> together = new LinkedHashMap<>();
            people.forEach(person -> together.computeIfAbsent(
                            person.household().<Object>map(id -> id).orElse(person), first -> new ArrayList<>())
                    .add(person));
            return together.values();
        }
    }

    /** How many people are registered on the day and before. */
    int people() {
        return earlier.size()
                + arrivals.stream().mapToInt(arrival -> arrival.people().size()).sum();
    }

    static Day of(long seed, LocalDate today) {
        JsonNode published = published();
        People people = new People(seed, today);
        List<Arrival> arrivals = new ArrayList<>();
        int rest = published.path("arrivals").asInt();
        int flights = published.path("flights").asInt();
        for (int i = 0; i < flights; i++) {
            int count = rest / (flights - i);
            rest -= count;
            String reference = "WQ-15%02d".formatted(i + 1);
            arrivals.add(new Arrival("gtm", reference, people.arrivals("gtm", reference, count, DATE, "HND", 0.06)));
        }
        arrivals.add(salvadoranBus(people));
        arrivals.add(new Arrival("hnd", "WQ-2201", people.arrivals("hnd", "WQ-2201", 40, DATE, null, 0)));
        arrivals.add(new Arrival("mex", "INM-0107", people.arrivals("mex", "INM-0107", 36, DATE, "GTM", 0.05)));
        return new Day(earlierReturns(arrivals.getFirst().people()), arrivals);
    }

    /**
     * A small day of the same kind: half of the people arrive in Guatemala, many of them Hondurans.
     *
     * @param count of registrations
     */
    static Day ofFew(long seed, LocalDate today, int count) {
        if (count < FEWEST) {
            throw new IllegalArgumentException("A day has " + FEWEST + " people at least: " + count);
        }
        People people = new People(seed, today);
        int elsewhere = Math.max(2, count / 10);
        List<Arrival> arrivals = new ArrayList<>();
        arrivals.add(new Arrival("slv", "BUS-031", people.family("slv", "BUS-031", DATE, "MEX")));
        arrivals.add(new Arrival("hnd", "WQ-2201", people.arrivals("hnd", "WQ-2201", elsewhere, DATE, null, 0)));
        arrivals.add(new Arrival("mex", "INM-0107", people.arrivals("mex", "INM-0107", elsewhere, DATE, "GTM", 0.5)));
        int there =
                arrivals.stream().mapToInt(arrival -> arrival.people().size()).sum();
        List<Person> flight = people.arrivals("gtm", "WQ-1501", count - there - 1, DATE, "HND", 0.4);
        arrivals.add(new Arrival("gtm", "WQ-1501", flight));
        List<Person> earlier = earlierReturns(flight).stream().limit(1).toList();
        return earlier.isEmpty() ? ofFew(seed + 1, today, count) : new Day(earlier, arrivals);
    }

    /** A bus with a Mexican family among its people. */
    private static Arrival salvadoranBus(People people) {
        List<Person> all = new ArrayList<>(people.arrivals("slv", "BUS-031", 27, DATE, null, 0));
        all.addAll(people.family("slv", "BUS-031", DATE, "MEX"));
        return new Arrival("slv", "BUS-031", all);
    }

    /** The same papers and consent half a year before: the node must know the person again. */
    private static List<Person> earlierReturns(List<Person> flight) {
        return flight.stream()
                .filter(person ->
                        !person.form().path("person").path("documents").isEmpty())
                .filter(person -> !person.consentsForThemselves() || person.adultOn(EARLIER))
                .limit(COMING_AGAIN)
                .map(person -> {
                    ObjectNode form = person.form().deepCopy();
                    form.put("returnedOn", EARLIER.toString());
                    form.remove("household");
                    return new Person(person.node(), form);
                })
                .toList();
    }

    private static JsonNode published() {
        try (InputStream file = Day.class.getResourceAsStream("arrivals.json")) {
            for (JsonNode day : Agency.JSON.readTree(file).path("days")) {
                if (day.path("id").asText().equals("gtm-2025-01-02")) {
                    return day;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("arrivals.json does not have the day");
    }
}
