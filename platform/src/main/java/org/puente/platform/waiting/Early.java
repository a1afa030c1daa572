package org.puente.platform.waiting;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.puente.platform.ids.Ids;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/** Refusals that may pass once facts come that are still on their way. */
public final class Early {
    /** What is older than this has come, or waits for an operator. Clocks differ by less. */
    private static final Duration NEW = Duration.ofMinutes(2);

    private static final int RANDOM = 4;
    private static final int TIME_ORDERED = 7;

    private Early() {}

    /** A refusal with one of these codes, of the whole or of a field. */
    public static Predicate<ProblemException> code(String... codes) {
        return refusal -> List.of(codes).contains(refusal.code())
                || refusal.errors().stream().anyMatch(error -> List.of(codes).contains(error.code()));
    }

    /** A thing that is not known here, and may have been made elsewhere just now. */
    public static Predicate<ProblemException> unknown(UUID id) {
        return refusal -> refusal.kind() == ProblemKind.NOT_FOUND && isNew(id);
    }

    /** A case that is not known here, and may come. */
    public static Predicate<ProblemException> unknownCase(UUID id) {
        return refusal -> refusal.kind() == ProblemKind.NOT_FOUND && mayCome(id);
    }

    /**
     * Whether a case of this id may come. A device without network makes the id long before it sends the
     * registration, so its time says nothing; none is of version 4. How many wait is bounded, whatever their ids
     * ({@link WaitingRequests}).
     */
    public static boolean mayCome(UUID caseId) {
        return caseId.version() != RANDOM;
    }

    /**
     * Whether a thing of this id may have been made just now. Ids of version 7 say when they were made
     * (RFC 9562); none that a service makes is of version 4.
     */
    public static boolean isNew(UUID id) {
        return id.version() != RANDOM && mayBeNew(id);
    }

    /** As {@link #isNew}, for an id that a client chooses: one of version 4 may be new or old. */
    public static boolean mayBeNew(UUID id) {
        long age = System.currentTimeMillis() - Ids.madeAt(id).toEpochMilli();
        return id.version() != TIME_ORDERED || Math.abs(age) < NEW.toMillis();
    }
}
