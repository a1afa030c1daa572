package org.puente.reception.returns.batches;

import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
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

/**
 * Takes one batch, on one worker thread: reads a chunk of rows, registers it in one transaction, answers it. While a
 * transaction goes on the next chunk is read and prepared; so two chunks are in memory, however long the batch is.
 */
final class BatchRun {
    private static final Logger LOG = Logger.getLogger(BatchRun.class);

    /** Rows of a transaction. More take longer while others wait for the same documents, and are hardly faster. */
    private static final int CHUNK = 250;

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

    /** In a dry run nothing is stored by which a later chunk would find that a key was there. */
    private final Map<String, BatchRow> dryKeys = new HashMap<>();

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
    private record Running(PreparedChunk chunk, CompletableFuture<Map<BatchRow, RowResult>> registered) {}

    /**
     * @throws ProblemException if not one row could be answered
     * @throws IOException if the client is gone
     */
    void run(RowSource rows, UnreadBody body) throws IOException {
        try {
            Running running = null;
            while (!ended) {
                List<BatchRow> chunk = chunk(rows);
                Running next = chunk.isEmpty() ? null : begin(chunk, running);
                running = next == null ? running : next;
            }
            finish(running);
            body.discard();
            mustHaveRows();
            answer.end(broken == null ? null : Problems.problem(broken));
        } catch (RuntimeException failure) {
            if (!answer.begun()) {
                throw failure;
            }
            answer.end(Problems.problem(problem(failure)));
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
    private Running begin(List<BatchRow> rows, Running before) throws IOException {
        BatchPreparation.Look look = await(work.read(session -> preparation.look(session, institution, rows)));
        PreparedChunk chunk = preparation.prepare(rows, look, dryRun, dryKeys, locale);
        finish(before);
        return new Running(
                chunk,
                chunk.prepared().isEmpty()
                        ? CompletableFuture.completedFuture(Map.of())
                        : work.run(session -> dryRun
                                ? registering.applyDry(session, institution, chunk.prepared(), locale)
                                : registering.apply(session, institution, chunk.prepared(), locale)));
    }

    private void finish(Running running) throws IOException {
        if (running != null) {
            Map<BatchRow, RowResult> registered;
            try {
                registered = await(running.registered());
            } catch (RuntimeException failure) {
                registered = BatchRegistering.resultsOf(failure);
                if (registered == null) {
                    throw failure;
                }
            }
            answer.add(running.chunk().rows(), running.chunk().all(registered));
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
