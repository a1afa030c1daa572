package org.puente.platform.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final List<UUID> MANY =
            Stream.generate(Ids::next).limit(10_000).toList();

    @Test
    void areUuidsOfVersion7() {
        assertThat(MANY).allMatch(id -> id.version() == 7 && id.variant() == 2);
    }

    @Test
    void fillIndexPagesInTheOrderOfTheirMilliseconds() {
        assertThat(MANY.stream().map(id -> id.getMostSignificantBits() >>> 16)).isSorted();
    }

    /**
     * The last 62 bits are random: among so few that two are equal, or neighbours, is no chance.
     */
    @Test
    void noneIsForeseenFromTheOneBefore() {
        Set<Long> random = new HashSet<>();
        MANY.forEach(id -> random.add(id.getLeastSignificantBits()));
        assertThat(random).hasSameSizeAs(MANY);
        assertThat(IntStream.range(1, MANY.size())
                        .mapToLong(i -> MANY.get(i).getLeastSignificantBits()
                                - MANY.get(i - 1).getLeastSignificantBits())
                        .filter(distance -> Math.abs(distance) < 1_000_000)
                        .count())
                .isZero();
    }
}
