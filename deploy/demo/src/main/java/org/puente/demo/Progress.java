package org.puente.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * How far the play is, as one line.
 *
 * @param registered people so far
 * @param people whom the play registers
 * @param visited follow-ups that are completed
 * @param planned follow-ups that are open
 * @param latest see {@link PendingWork}
 */
record Progress(int registered, int people, int referred, long over, int visited, int planned, Instant latest) {

    static Progress of(int registered, int people, PlayState state, PendingWork pending) {
        return new Progress(
                registered,
                people,
                state.referrals().size(),
                state.over(),
                state.visited(),
                pending.followUps().size(),
                pending.latest());
    }

    String line(Duration played, Instant now) {
        String line = String.format(
                Locale.ROOT,
                "%5d s  %d of %d registered; %d of %d referrals are over; %d visits, %d to come",
                played.toSeconds(),
                registered,
                people,
                over,
                referred,
                visited,
                planned);
        boolean waitsForDeadline = registered == people && latest.isAfter(now);
        return waitsForDeadline
                ? line + "; the last deadline ends in "
                        + Duration.between(now, latest).toSeconds() + " s"
                : line;
    }
}
