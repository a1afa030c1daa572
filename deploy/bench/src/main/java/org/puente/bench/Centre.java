package org.puente.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** A reception centre, and the database that its service fills. */
record Centre(ReceptionClient desk, Database database) {
    private static final int REGISTERING = 16;
    private static final int LISTING = 4;

    /** Also registers whom {@link Filling} copies. Both centres are as warm as each other. */
    void warmUp() {
        desk.warmUp(2);
    }

    /**
     * @param returns how many there are afterwards, besides those that were registered
     * @return how long that took
     */
    Duration grow(long returns) {
        long begin = System.nanoTime();
        Filling.fill(database, database.number(Filling.COUNT) + 1, returns);
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf("%s has %,d returns after %d s%n", database.name(), returns, taken.toSeconds());
        return taken;
    }

    /** Addresses of pages of the list, by what they are. */
    Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("list, first page", "/v1/returns");
        pages.put("list, a page after nine tenths", "/v1/returns?cursor=" + late());
        pages.put("list, of one day", "/v1/returns?returnedOn=" + day());
        return pages;
    }

    /** The cursor that somebody holds who has turned over nine pages of ten. */
    private String late() {
        long age = database.number("select count(*) from return_case") / 10 * Filling.SECONDS_APART;
        return desk.listed("/v1/returns?modifiedAfter=" + Instant.now().minusSeconds(age))
                .path("next")
                .asText();
    }

    /** One of those that were filled. */
    private LocalDate day() {
        return Forms.RETURNED_ON.minusDays(3);
    }

    /** Milliseconds for each page. */
    double list(String page) {
        return desk.list(LISTING, Duration.ofSeconds(1), page).millisEach();
    }

    /** Milliseconds for each registration. */
    double register() {
        return desk.register(REGISTERING, Duration.ofSeconds(2)).millisEach();
    }
}
