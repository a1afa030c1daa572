package org.puente.platform.testing;

import java.util.stream.Stream;

/** What must be taken for no time and no day, wherever one is asked for. */
public final class OddTimes {
    private OddTimes() {}

    public static Stream<String> all() {
        return Stream.of(
                "1796127606275",
                "0",
                "-1",
                "0205-01-01T00:00:00Z",
                "0205-01-01",
                "58887-01-01T00:00:00Z",
                "%2B58887-01-01T00:00:00Z",
                "%2B1000000000-12-31T23:59:59Z",
                "%2B1000000000-12-31",
                "-0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "9999-12-31",
                "0000-01-01",
                "2026-02-30",
                "2026-02-30T00:00:00Z",
                "2026-01-01T24:00:00Z",
                "2026-06-30T23:59:60Z",
                "2026-01-01T00:00:00",
                "2026-01-01T00:00Z",
                "2026-01-01T00:00:00%2B25:00",
                "2026-01-01T00:00:00%2B01",
                "2026-01-01T00:00:00.Z",
                "2026-01-01T00:00:00.1234567890Z",
                "20260101T000000Z",
                "2026-W01-1",
                "2026-001",
                "now",
                "%D9%A2%D9%A0%D9%A2%D9%A6-01-01");
    }
}
