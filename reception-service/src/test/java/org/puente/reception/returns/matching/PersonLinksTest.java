package org.puente.reception.returns.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.puente.reception.returns.matching.PersonLinks.Link;

/** Laws of who is published as one person, on many random sets of links. */
class PersonLinksTest {
    private static final List<UUID> PEOPLE =
            IntStream.range(0, 12).mapToObj(i -> new UUID(0x7000L, i)).toList();

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aLinkThatIsMadeAndUndoneLeavesNoTrace(int seed) {
        Random random = new Random(seed);
        List<Link> links = links(random);
        List<Link> more = new ArrayList<>(links);
        more.add(random.nextInt(links.size() + 1), link(random));

        assertThat(published(without(more, links))).isEqualTo(published(links));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfDecisionsDoesNotMatter(int seed) {
        List<Link> links = links(new Random(seed));
        List<Link> shuffled = new ArrayList<>(links);
        Collections.shuffle(shuffled, new Random(-seed));
        shuffled.addAll(links);

        assertThat(published(shuffled)).isEqualTo(published(links));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void allWhoAreLinkedHaveOneNameThatIsTheOldestOfTheirs(int seed) {
        List<Link> links = links(new Random(seed));
        PersonLinks people = new PersonLinks(links);

        assertThat(links).allSatisfy(link -> {
            UUID name = people.publishedAs(link.one());
            assertThat(people.publishedAs(link.other())).isEqualTo(name);
            assertThat(people.publishedAs(name)).isEqualTo(name);
            assertThat(name.toString()).isLessThanOrEqualTo(link.one().toString());
        });
    }

    @Test
    void whoIsNotLinkedIsThemselves() {
        assertThat(new PersonLinks(List.of()).publishedAs(PEOPLE.getFirst())).isEqualTo(PEOPLE.getFirst());
    }

    private static List<Link> without(List<Link> all, List<Link> those) {
        List<Link> rest = new ArrayList<>(all);
        rest.retainAll(those);
        return rest;
    }

    private static List<UUID> published(List<Link> links) {
        PersonLinks people = new PersonLinks(links);
        return PEOPLE.stream().map(people::publishedAs).toList();
    }

    private static List<Link> links(Random random) {
        return IntStream.range(0, random.nextInt(10))
                .mapToObj(i -> link(random))
                .toList();
    }

    private static Link link(Random random) {
        return new Link(PEOPLE.get(random.nextInt(PEOPLE.size())), PEOPLE.get(random.nextInt(PEOPLE.size())));
    }
}
