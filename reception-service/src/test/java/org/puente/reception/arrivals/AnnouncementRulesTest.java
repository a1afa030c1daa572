package org.puente.reception.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.contracts.AgeGroup;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.Sex;
import org.puente.platform.problems.FieldError;

class AnnouncementRulesTest {
    private static final String WOMEN = "{'sex': 'F', 'ageGroup': '25-59', 'count': 3}";

    @Test
    void acceptsAHeadcountWithoutNames() {
        assertThat(errors(form().with("headcount", "[" + WOMEN + "]"))).isEmpty();
    }

    @Test
    void countsWhoIsOnTheManifestWhereNoHeadcountIsGiven() {
        ArrivalForm form = form().people(2)
                .with("expectedAt", "'2026-01-15T10:00:00Z'")
                .person()
                .which("person", "{'givenNames': 'Niña', 'sex': 'F', 'nationality': 'GTM', 'birthDate': '2020-02-01'}");

        Announcement announcement = form.request().announcement();

        assertThat(announcement.headcount())
                .containsExactlyInAnyOrder(
                        new Announcement.People(Sex.FEMALE, AgeGroup.FROM_25_TO_59, 2),
                        new Announcement.People(Sex.FEMALE, AgeGroup.FROM_0_TO_5, 1));
        assertThat(announcement.total()).isEqualTo(3);
        assertThat(announcement.children()).isOne();
        assertThat(announcement.listed()).isEqualTo(3);
    }

    @Test
    void refusesAnArrivalOfNobody() {
        assertThat(codes(form())).containsExactly("/headcount headcount-or-manifest");
        assertThat(codes(form().with("headcount", "[{'sex': 'F', 'ageGroup': '0-5', 'count': 0}]")))
                .containsExactly("/headcount headcount-or-manifest");
    }

    @Test
    void refusesAGroupThatIsCountedTwice() {
        assertThat(codes(form().with("headcount", "[" + WOMEN + "," + WOMEN + "]")))
                .containsExactly("/headcount/1 headcount-twice");
    }

    @ParameterizedTest
    @CsvSource({"P-3D, false", "P-1D, true", "P300D, true", "P400D, false"})
    void refusesATimeThatCannotBeMeant(String from, boolean accepted) {
        Instant now = Instant.parse("2026-01-15T10:00:00Z");
        Instant expected = now.plus(Duration.parse(from));

        assertThat(AnnouncementRules.isNear(expected, now)).isEqualTo(accepted);
    }

    @Test
    void refusesACountryThatIsNone() {
        assertThat(codes(form().person().with("returnedFrom", "'QQQ'")))
                .containsExactly("/returnedFrom country-unknown");
    }

    @Test
    void refusesTwoPeopleOfOneEntry() {
        assertThat(codes(form().person().which("entry", "7").person().which("entry", "7")))
                .containsExactly("/manifest/1/entry manifest-entry-twice");
    }

    @Test
    void takesThePlaceInTheListForTheEntry() {
        assertThat(form().people(2).request().people())
                .extracting(ManifestPerson::entry)
                .containsExactly(1, 2);
    }

    @Test
    void refusesAReplacementThatLeavesEntriesOut() {
        ArrivalForm form = form().person().which("entry", "7").person();

        assertThat(AnnouncementRules.errorsOfReplacement(form.request(), Instant.now()))
                .extracting(error -> error.pointer() + " " + error.code())
                .containsExactly("/manifest/1/entry manifest-entry-needed");
        assertThat(AnnouncementRules.errorsOfReplacement(
                        form().with("headcount", "[" + WOMEN + "]").request(), Instant.now()))
                .isEmpty();
    }

    @Test
    void refusesSomebodyOfWhomNoAgeIsKnownUnlessTheHeadcountIsGiven() {
        ArrivalForm form = form().person().which("person", "{'givenNames': 'Ana', 'sex': 'F', 'nationality': 'GTM'}");

        assertThat(codes(form)).containsExactly("/manifest/0/person/birthDate birth-date-or-age");
        assertThat(codes(form.with("headcount", "[" + WOMEN + "]"))).isEmpty();
    }

    @Test
    void preparesWhatThePeopleNeedWhereThatIsMore() {
        Announcement announcement = form().with("prepare", "[{'need': 'wheelchair', 'people': 2}]")
                .person()
                .which("prepare", "['wheelchair', 'infant']")
                .person()
                .which("profiles", "['pregnant']")
                .person()
                .which("profiles", "['unaccompanied-child']")
                .request()
                .announcement();

        assertThat(announcement.prepare())
                .containsExactly(
                        new Announcement.Prepare(ArrivalNeed.WHEELCHAIR, 2),
                        new Announcement.Prepare(ArrivalNeed.PREGNANCY, 1),
                        new Announcement.Prepare(ArrivalNeed.INFANT, 1),
                        new Announcement.Prepare(ArrivalNeed.CHILD_PROTECTION, 1));
        assertThat(announcement.languages()).containsExactly(new Announcement.Language("mam", 3));
    }

    @Test
    void nothingOfAPersonIsPrinted() {
        AnnounceRequest request = form().person().request();

        assertThat(request.toString()
                        + request.people()
                        + new ManifestPart(
                                new ArrivalId(UUID.randomUUID()),
                                null,
                                1,
                                1,
                                1,
                                request.announcement(),
                                request.people()))
                .doesNotContain(ArrivalForm.NAME);
    }

    private static ArrivalForm form() {
        return ArrivalForm.to("gtm-fag");
    }

    private static List<FieldError> errors(ArrivalForm form) {
        return AnnouncementRules.errors(form.request(), Instant.now());
    }

    private static List<String> codes(ArrivalForm form) {
        return errors(form).stream()
                .map(error -> error.pointer() + " " + error.code())
                .toList();
    }
}
