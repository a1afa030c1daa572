package org.puente.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.puente.platform.persistence.Epoch;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/**
 * How clients get a place in a log: with the epoch of the database, since after a restore the log
 * is filled anew and in another order.
 */
@ApplicationScoped
public class Cursors {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})(?:-([0-9a-f]{8}))?");

    private final Epoch epoch;

    Cursors(Epoch epoch) {
        this.epoch = epoch;
    }

    /**
     * Names places of the log as it is now. Call it before the log is read: a place that was read
     * before a restore is no place of the log after it.
     *
     * @throws ProblemException 503 before the epoch is known
     */
    public LongFunction<String> ofThisEpoch() {
        String token = epoch.token();
        return position -> position + "-" + token;
    }

    /**
     * The place that a cursor names. Zero is the beginning of every log.
     *
     * @throws ProblemException 400 if the cursor is none of ours, 410 if it is from before a
     *     restore, 503 before the epoch is known
     */
    public long position(String cursor) {
        Matcher parts = FORM.matcher(cursor);
        if (!parts.matches()) {
            throw unknown();
        }
        long position = Long.parseLong(parts.group(1));
        if (position > 0 && !epoch.holds(parts.group(2))) {
            throw ProblemException.of(ProblemKind.GONE, "cursor-gone");
        }
        return position;
    }

    /**
     * Where to go on in a log, by the position of its head. Call it before the head is read, as
     * {@link #ofThisEpoch}.
     *
     * @param cursor null to go on from the head
     * @return fails with 400 if the cursor is beyond the head
     * @throws ProblemException as {@link #position}
     */
    public LongUnaryOperator from(String cursor) {
        long position = cursor == null ? Long.MIN_VALUE : position(cursor);
        return head -> {
            if (position > head) {
                throw unknown();
            }
            return cursor == null ? head : position;
        };
    }

    public static ProblemException unknown() {
        return ProblemException.of(ProblemKind.INVALID, "cursor-unknown");
    }
}
