package org.puente.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LogReaderTest {
    private static final int PAGE = 2;

    private final List<Long> log = new ArrayList<>(List.of(1L, 3L, 4L, 7L));

    private LogReader<Long> after(long position) {
        return new LogReader<>(position, PAGE, this::page, entry -> entry);
    }

    private Uni<List<Long>> page(long after) {
        return Uni.createFrom()
                .item(log.stream().filter(entry -> entry > after).limit(PAGE).toList());
    }

    private static List<Long> read(LogReader<Long> reader) {
        return reader.toEnd().collect().asList().await().indefinitely();
    }

    @Test
    void everyEntryAfterThePositionIsReadInOrder() {
        assertThat(read(after(1))).containsExactly(3L, 4L, 7L);
    }

    @Test
    void readAgainOnlyWhatWasAddedSinceComes() {
        LogReader<Long> reader = after(0);
        read(reader);
        LongStream.rangeClosed(8, 10).forEach(log::add);
        assertThat(read(reader)).containsExactly(8L, 9L, 10L);
    }

    @Test
    void thePositionIsThatOfTheLastEntry() {
        LogReader<Long> reader = after(0);
        read(reader);
        assertThat(reader.position()).isEqualTo(7);
    }
}
