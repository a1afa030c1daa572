package org.puente.reception.returns.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.puente.reception.returns.matching.PersonLinks.Received;
import org.puente.reception.returns.matching.PersonLinks.Said;

/** Who is published as one person; laws hold on many random sets of decisions of three institutions. */
class PersonLinksTest {
    private static final int PEOPLE = 10;

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderInWhichDecisionsAreReadDoesNotMatter(int seed) {
        List<Received> cases = cases(new Random(seed));
        List<Said> said = said(new Random(seed));
        List<Said> shuffled = new ArrayList<>(said);
        Collections.shuffle(shuffled, new Random(-seed));

        assertThat(published(cases, shuffled)).isEqualTo(published(cases, said));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void allWhoAreOneHaveTheNameOfTheOldestOfThem(int seed) {
        List<Received> cases = cases(new Random(seed));
        PersonLinks links = new PersonLinks(cases, said(new Random(seed)));

        assertThat(cases).allSatisfy(one -> {
            UUID name = links.publishedAs(one.person());
            assertThat(links.publishedAs(name)).isEqualTo(name);
            assertThat(name.toString()).isLessThanOrEqualTo(one.person().toString());
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nobodyIsJoinedWithoutAWordOfEachInstitutionThatReceivedThem(int seed) {
        List<Received> cases = cases(new Random(seed));
        List<Said> said = said(new Random(seed));
        PersonLinks links = new PersonLinks(cases, said);

        cases.stream().collect(Collectors.groupingBy(one -> links.publishedAs(one.person()))).values().stream()
                .filter(group -> group.stream().map(Received::person).distinct().count() > 1)
                .forEach(group -> assertThat(institutionsOf(group)).isSubsetOf(speakers(cases, said)));
    }

    @Test
    void whoIsNotSaidToBeTheSameIsThemselves() {
        assertThat(published(List.of(received(1, 1, "a", 0), received(2, 2, "a", 0)), List.of()))
                .containsExactly(id(1), id(2));
    }

    @Test
    void oneInstitutionJoinsItsOwnPeople() {
        assertThat(published(List.of(received(1, 1, "a", 0), received(2, 2, "a", 0)), List.of(same(2, 1, 5))))
                .containsExactly(id(1), id(1));
    }

    @Test
    void twoInstitutionsJoinThemTogether() {
        List<Received> cases = List.of(received(1, 1, "a", 0), received(2, 2, "b", 0));

        assertThat(published(cases, List.of(same(2, 1, 5)))).containsExactly(id(1), id(2));
        assertThat(published(cases, List.of(same(2, 1, 5), same(1, 2, 6)))).containsExactly(id(1), id(1));
    }

    @Test
    void whoeverReceivedThePersonBeforeIsAsked() {
        List<Received> cases = List.of(received(1, 1, "a", 0), received(2, 2, "a", 0), received(3, 2, "b", 1));

        assertThat(published(cases, List.of(same(1, 2, 5)))).containsExactly(id(1), id(2), id(2));
        assertThat(published(cases, List.of(same(1, 2, 5), same(3, 1, 6)))).containsExactly(id(1), id(1), id(1));
    }

    @Test
    void whoeverReceivesThePersonLaterFindsThemJoinedAndMayEndIt() {
        List<Received> cases = List.of(received(1, 1, "a", 0), received(2, 2, "a", 0), received(3, 2, "b", 7));

        assertThat(published(cases, List.of(same(1, 2, 5)))).containsExactly(id(1), id(1), id(1));
        assertThat(published(cases, List.of(same(1, 2, 5), new Said(id(3), id(1), false, at(8)))))
                .containsExactly(id(1), id(2), id(2));
    }

    @Test
    void whoIsJoinedThroughAnotherIsReceivedByAllWhoReceivedOneOfThem() {
        List<Received> cases = List.of(received(1, 1, "b", 0), received(2, 2, "a", 0), received(3, 3, "a", 0));
        List<Said> both = List.of(same(2, 1, 5), same(1, 2, 6), same(2, 3, 7));

        assertThat(published(cases, both)).containsExactly(id(1), id(1), id(3));
    }

    @Test
    void whoSaysThatTheyAreNotTheSameEndsWhatOthersSayOfWhomTheyAreJoinedWith() {
        List<Received> cases = List.of(received(1, 1, "a", 0), received(2, 2, "b", 0), received(3, 3, "b", 0));
        List<Said> joined = List.of(same(1, 2, 5), same(2, 1, 6), same(2, 3, 7), same(1, 3, 8));
        assertThat(published(cases, joined)).containsExactly(id(1), id(1), id(1));

        List<Said> takenBack = List.of(same(1, 2, 5), same(2, 1, 6), same(2, 3, 7));
        assertThat(published(cases, takenBack)).containsExactly(id(1), id(1), id(3));
    }

    @Test
    void afterACaseHasBecomeAnothersAllWhoReceivedThatPersonAreAsked() {
        List<Received> cases = List.of(received(1, 1, "a", 0), received(2, 2, "a", 0), received(3, 2, "b", 7));

        assertThat(published(cases, List.of(new Said(id(1), id(2), true, Instant.MAX))))
                .containsExactly(id(1), id(2), id(2));
    }

    @Test
    void ofEachInstitutionAHundredPairsCount() {
        int people = PersonLinks.MAX_PAIRS + 3;
        List<Received> cases =
                IntStream.range(0, people).mapToObj(i -> received(i, i, "a", 0)).toList();
        List<Said> said =
                IntStream.range(1, people).mapToObj(i -> same(i, 0, i)).toList();

        assertThat(new HashSet<>(published(cases, said.subList(0, PersonLinks.MAX_PAIRS))))
                .hasSize(3);
        assertThat(new HashSet<>(published(cases, said))).hasSize(3);
    }

    @Test
    void anInstitutionThatHasSaidAllThatCountsIsFullAndOthersAreNot() {
        List<Received> cases = IntStream.rangeClosed(0, PersonLinks.MAX_PAIRS)
                .mapToObj(i -> received(i, i, "a", 0))
                .toList();
        List<Said> said = IntStream.rangeClosed(1, PersonLinks.MAX_PAIRS)
                .mapToObj(i -> same(i, 0, i))
                .toList();

        assertThat(new PersonLinks(cases, said).isFull("a")).isTrue();
        assertThat(new PersonLinks(cases, said.subList(1, said.size())).isFull("a"))
                .isFalse();
        assertThat(new PersonLinks(cases, said).isFull("b")).isFalse();
    }

    /** All decisions wait for one. */
    @Test
    void anInstitutionThatSaysItOfAThousandDoesNotKeepOthersWaiting() {
        int lookAlikes = 1_000;
        List<Received> cases = new ArrayList<>(List.of(received(0, 0, "b", 0)));
        List<Said> said = new ArrayList<>();
        for (int i = 1; i <= lookAlikes; i++) {
            cases.add(received(i, i, "a", 0));
            said.add(same(i, 0, i));
            said.add(same(i, 1 + i % lookAlikes, lookAlikes + i));
        }

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(30), () -> published(cases, said)))
                .contains(id(0));
    }

    private static List<Object> institutionsOf(List<Received> cases) {
        return cases.stream().<Object>map(Received::institution).distinct().toList();
    }

    private static List<Object> speakers(List<Received> cases, List<Said> said) {
        return said.stream()
                .filter(Said::same)
                .<Object>map(one -> cases.stream()
                        .filter(received -> received.caseId().equals(one.caseId()))
                        .findFirst()
                        .orElseThrow()
                        .institution())
                .distinct()
                .toList();
    }

    private static List<UUID> published(List<Received> cases, List<Said> said) {
        PersonLinks links = new PersonLinks(cases, said);
        return cases.stream().map(one -> links.publishedAs(one.person())).toList();
    }

    private static List<Received> cases(Random random) {
        return IntStream.range(0, 2 * PEOPLE)
                .mapToObj(i -> received(
                        i, i % PEOPLE, "abc".substring(random.nextInt(3)).substring(0, 1), 0))
                .toList();
    }

    private static List<Said> said(Random random) {
        return IntStream.range(0, random.nextInt(30))
                .mapToObj(i -> new Said(
                        id(random.nextInt(2 * PEOPLE)),
                        id(random.nextInt(2 * PEOPLE)),
                        random.nextInt(5) > 0,
                        at(1 + random.nextInt(20))))
                .toList();
    }

    private static Received received(int caseId, int person, String institution, int at) {
        return new Received(id(caseId), id(person), institution, at(at));
    }

    private static Said same(int caseId, int other, int at) {
        return new Said(id(caseId), id(other), true, at(at));
    }

    private static UUID id(int number) {
        return new UUID(0x7000L, number);
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }
}
