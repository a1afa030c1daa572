package org.puente.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DayTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    @Test
    void whoConsentsForThemselvesIsAnAdultOnTheDayOfTheReturn() {
        assertThat(Stream.concat(wholeDays(), smallDays())
                        .flatMap(DayTest::people)
                        .filter(Person::consentsForThemselves))
                .isNotEmpty()
                .allMatch(person -> person.adultOn(
                        LocalDate.parse(person.form().path("returnedOn").asText())));
    }

    @Test
    void twelvePeopleComeAgain() {
        assertThat(wholeDays().map(day -> day.earlier().size())).containsOnly(12);
    }

    @Test
    void aSmallDayHasAsManyPeopleAsWished() {
        assertThat(smallDays()).allMatch(day -> day.people() == 20);
    }

    @Test
    void aSmallDayHasArrivalsAtEachNode() {
        assertThat(Day.ofFew(1, TODAY, 20).arrivals())
                .extracting(Day.Arrival::node)
                .containsExactlyInAnyOrderElementsOf(Region.NODES);
    }

    @Test
    void onASmallDaySomebodyComesAgain() {
        assertThat(smallDays()).allMatch(day -> day.earlier().size() == 1);
    }

    @Test
    void aFamilyComesToTheDeskTogetherWithTheMotherFirst() {
        Day.Arrival bus = Day.ofFew(1, TODAY, 20).arrivals().getFirst();

        assertThat(bus.together()).singleElement().satisfies(family -> {
            assertThat(family).isEqualTo(bus.people()).hasSize(3);
            assertThat(family.getFirst().form().at("/household/role").asText()).isEqualTo("head");
        });
    }

    @Test
    void everybodyComesToTheDeskOnce() {
        assertThat(wholeDays().flatMap(day -> day.arrivals().stream()))
                .allSatisfy(arrival -> assertThat(arrival.together().stream().flatMap(List::stream))
                        .containsExactlyInAnyOrderElementsOf(arrival.people()));
    }

    @Test
    void aDayOfTooFewPeopleIsRefused() {
        assertThatThrownBy(() -> Day.ofFew(1, TODAY, 9)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Stream<Person> people(Day day) {
        return Stream.concat(
                day.earlier().stream(), day.arrivals().stream().flatMap(arrival -> arrival.people().stream()));
    }

    private static Stream<Day> wholeDays() {
        return LongStream.range(0, 50).mapToObj(seed -> Day.of(seed, TODAY));
    }

    private static Stream<Day> smallDays() {
        return LongStream.range(0, 200).mapToObj(seed -> Day.ofFew(seed, TODAY, 20));
    }
}
