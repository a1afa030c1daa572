package org.puente.reception.returns.batches;

import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.puente.contracts.InstitutionId;
import org.puente.platform.persistence.Faults;
import org.puente.platform.persistence.WorkerUnitOfWork;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.platform.web.Problems;
import org.puente.reception.returns.registering.StoredReturn;
import org.puente.reception.returns.registering.StoredReturns;

/**
 * Takes one batch, on one worker thread: reads a chunk of rows, registers it in one transaction, answers it. While a
 * transaction goes on the next chunk is read and prepared; so two chunks are in memory, however long the batch is.
 */
final class BatchRun {
    private static final Logger LOG = Logger.getLogger(BatchRun.class);

    /** Rows of a transaction. More take longer while others wait for the same documents, and are hardly faster. */
    private static final int CHUNK = 250;

    /** Rows that wait for an adult of a later chunk, at most: they stay in memory until the batch ends. */
    private static final int MAX_HELD = 500;

    private static final int RETRY_SECONDS = 5;

    private final InstitutionId institution;
    private final Locale locale;
    private final boolean dryRun;
    private final int maxRows;
    private final RowReader reader;
    private final BatchPreparation preparation;
    private final BatchRegistering registering;
    private final WorkerUnitOfWork work;
    private final BatchAnswer answer;

    /** Empty unless this is a dry run. */
    private final DryRows dryRows = new DryRows();

    /** Rows whose adults have not come yet; they are tried again once all rows are read. */
    private final List<BatchRow> held = new ArrayList<>();

    /** Null where none goes on. */
    private Running running;

    private int read;
    private boolean ended;
    private ProblemException broken;

    BatchRun(
            InstitutionId institution,
            Locale locale,
            boolean dryRun,
            int maxRows,
            RowReader reader,
            BatchPreparation preparation,
            BatchRegistering registering,
            WorkerUnitOfWork work,
            BatchAnswer answer) {
        this.institution = institution;
        this.locale = locale;
        this.dryRun = dryRun;
        this.maxRows = maxRows;
        this.reader = reader;
        this.preparation = preparation;
        this.registering = registering;
        this.work = work;
        this.answer = answer;
    }

    /** A chunk whose transaction goes on. */
    private record Running(PreparedChunk chunk, CompletableFuture<RegisteredChunk> registered) {}

    private record Settled(PreparedChunk chunk, Map<BatchRow, RowResult> results) {}

    /**
     * @throws ProblemException if not one row could be answered
     * @throws IOException if the client is gone
     */
    void run(RowSource rows, UnreadBody body) throws IOException {
        try {
            while (!ended) {
                List<BatchRow> chunk = chunk(rows);
                if (!chunk.isEmpty()) {
                    begin(chunk);
                }
            }
            finish(false);
            tryHeld();
            body.discard();
            mustHaveRows();
            answer.end(broken == null ? null : Problems.problem(broken));
        } catch (RuntimeException failure) {
            if (!answer.begun()) {
                throw failure;
            }
            answer.end(Problems.problem(problem(failure)));
        } finally {
            leave();
        }
    }

    /**
     * Notes what there is to note of the chunk whose transaction went on when the batch ended early, though nobody
     * reads its answer. Where that fails too, it stays due.
     */
    private void leave() {
        try {
            settle();
        } catch (RuntimeException failure) {
            LOG.warnf("The last chunk of a batch that ended early is not known: %s", Faults.causes(failure));
        }
    }

    /** The rows are registered, whatever becomes of this: what is not noted now stays due (DueMatches). */
    private void note(StoredReturns stored, List<StoredReturn> compared) {
        try {
            await(work.run(session -> registering.note(session, stored, compared)));
        } catch (RuntimeException failure) {
            LOG.warnf("Possible matches of a batch are not noted yet: %s", Faults.causes(failure));
        }
    }

    /** Tries held rows once more; they are answered after the others. */
    private void tryHeld() throws IOException {
        for (int from = 0; from < held.size(); from += CHUNK) {
            begin(held.subList(from, Math.min(held.size(), from + CHUNK)));
            finish(false);
        }
    }

    private void mustHaveRows() {
        if (read == 0) {
            throw broken == null ? ProblemException.of(ProblemKind.INVALID, "batch-empty") : broken;
        }
    }

    /** The next rows; what ends the reading ends the batch after them. */
    private List<BatchRow> chunk(RowSource rows) throws IOException {
        List<BatchRow> chunk = new ArrayList<>(CHUNK);
        try {
            while (chunk.size() < CHUNK) {
                RawRow row = rows.next();
                if (row == null) {
                    ended = true;
                    return chunk;
                }
                if (read == maxRows) {
                    throw ProblemException.of(ProblemKind.TOO_LARGE, "batch-too-many-rows", String.valueOf(maxRows));
                }
                read++;
                chunk.add(reader.read(row));
            }
        } catch (ProblemException e) {
            broken = e;
            ended = true;
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() != 413) {
                throw e;
            }
            broken = ProblemException.of(ProblemKind.TOO_LARGE, "status-413");
            ended = true;
        }
        return chunk;
    }

    /** Prepares a chunk, answers the one before, and begins the transaction. */
    private void begin(List<BatchRow> rows) throws IOException {
        BatchPreparation.Look look = await(work.read(session -> preparation.look(session, institution, rows)));
        if (dryRun) {
            finish(true); // these rows must know what the chunk before would have registered
        }
        PreparedChunk chunk = preparation.prepare(rows, look, dryRun, dryRows, locale);
        finish(true);
        running = new Running(
                chunk,
                chunk.prepared().isEmpty()
                        ? CompletableFuture.completedFuture(RegisteredChunk.EMPTY)
                        : work.run(session -> dryRun
                                ? registering.applyDry(session, institution, chunk.prepared(), dryRows.adults(), locale)
                                : registering.apply(session, institution, chunk.prepared(), locale)));
    }

    /**
     * Awaits and answers the chunk whose transaction goes on, if there is one.
     *
     * @param more whether a later chunk may bring an adult whom a row of this one names
     */
    private void finish(boolean more) throws IOException {
        Settled settled = settle();
        if (settled != null) {
            answer(settled.chunk().rows(), settled.chunk().all(settled.results()), more);
        }
    }

    /**
     * Awaits the chunk whose transaction goes on, and notes who may be the same as somebody of it.
     *
     * @return null if there is no such chunk
     */
    private Settled settle() {
        Running last = running;
        running = null;
        if (last == null) {
            return null;
        }
        RegisteredChunk registered = registered(last);
        StoredReturns stored = registered.stored();
        List<StoredReturn> compared = stored.compared();
        if (registered.dryRun()) {
            registered.fresh().forEach(row -> dryRows.add(row.row()));
        } else if (!stored.toNote().isEmpty()) {
            note(stored, compared);
        }
        return new Settled(last.chunk(), registered.results(compared, locale));
    }

    private static RegisteredChunk registered(Running running) {
        try {
            return await(running.registered());
        } catch (RuntimeException failure) {
            RegisteredChunk dry = BatchRegistering.chunkOf(failure);
            if (dry == null) {
                throw failure;
            }
            return dry;
        }
    }

    private void answer(List<BatchRow> rows, List<RowResult> results, boolean more) throws IOException {
        List<BatchRow> answered = new ArrayList<>(rows.size());
        List<RowResult> settled = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            if (more && held.size() < MAX_HELD && results.get(i).waitsForAdult()) {
                held.add(rows.get(i));
            } else {
                answered.add(rows.get(i));
                settled.add(results.get(i));
            }
        }
        if (!answered.isEmpty()) {
            answer.add(answered, settled);
        }
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Why the rest is not done, after rows were answered. */
    private static ProblemException problem(RuntimeException failure) {
        if (failure instanceof ProblemException problem) {
            return problem;
        }
        if (Faults.isTransient(failure)) {
            LOG.warnf("A batch ended early: %s", Faults.causes(failure));
            return ProblemException.of(ProblemKind.UNAVAILABLE, "batch-interrupted")
                    .with("retryAfter", RETRY_SECONDS);
        }
        LOG.errorf("A batch ended early: %s", Faults.trace(failure));
        return ProblemException.of(ProblemKind.FAILED, "batch-interrupted");
    }
}
