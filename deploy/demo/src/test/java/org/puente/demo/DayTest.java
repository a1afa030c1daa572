package org.puente.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DayTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    @Test
    void whoConsentsForThemselvesIsAnAdultOnTheDayOfTheReturn() {
        assertThat(people().filter(Person::consentsForThemselves))
                .isNotEmpty()
                .allMatch(person -> person.adultOn(
                        LocalDate.parse(person.form().path("returnedOn").asText())));
    }

    @Test
    void twelvePeopleComeAgain() {
        assertThat(days().map(day -> day.earlier().size())).containsOnly(12);
    }

    private static Stream<Person> people() {
        return days().flatMap(day -> Stream.concat(
                day.earlier().stream(), day.arrivals().stream().flatMap(arrival -> arrival.people().stream())));
    }

    private static Stream<Day> days() {
        return LongStream.range(0, 50).mapToObj(seed -> Day.of(seed, TODAY));
    }
}
