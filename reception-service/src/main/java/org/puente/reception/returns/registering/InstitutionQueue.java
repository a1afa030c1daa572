package org.puente.reception.returns.registering;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.puente.contracts.InstitutionId;
import org.puente.platform.persistence.Faults;
import org.puente.platform.web.StoredResponse;

/** The registrations of one institution that wait for a transaction. */
final class InstitutionQueue {
    /** More take longer while others wait for the same documents, and are hardly faster. */
    private static final int MAX_GROUP = 32;

    private final InstitutionId institution;
    private final RegistrationQueue.Writing writing;
    private final LinkedList<WaitingRegistration> entries = new LinkedList<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final LongSupplier nanos;
    private boolean running;
    private long lastTook;

    InstitutionQueue(InstitutionId institution, RegistrationQueue.Writing writing, LongSupplier nanos) {
        this.institution = institution;
        this.writing = writing;
        this.nanos = nanos;
    }

    /** How many are waited for, those that are being written too. */
    int unanswered() {
        return unanswered.get();
    }

    /** Counts an answer among those that are waited for, until it is there. */
    void await(CompletableFuture<StoredResponse> answer) {
        unanswered.incrementAndGet();
        answer.whenComplete((done, failure) -> unanswered.decrementAndGet());
    }

    /**
     * Begins a transaction, if none goes on.
     *
     * @param entry whose answer is waited for
     */
    void add(WaitingRegistration entry) {
        synchronized (this) {
            entries.add(entry);
        }
        next();
    }

    private void next() {
        List<WaitingRegistration> late = new ArrayList<>();
        List<WaitingRegistration> taken = taken(late);
        late.forEach(WaitingRegistration::refuse);
        if (!taken.isEmpty()) {
            RegistrationGroup group = new RegistrationGroup(taken);
            long begun = nanos.getAsLong();
            writing.write(institution, group).whenComplete((written, failure) -> {
                ended(group, written, failure, nanos.getAsLong() - begun);
                next();
            });
        }
    }

    /**
     * @param late gets those that would hardly be done in time: what is written for somebody who stops waiting is
     *     undone, for its whole group
     */
    private synchronized List<WaitingRegistration> taken(List<WaitingRegistration> late) {
        List<WaitingRegistration> group = new ArrayList<>();
        if (running) {
            return group;
        }
        long now = nanos.getAsLong();
        Set<Object> marks = new HashSet<>();
        for (Iterator<WaitingRegistration> all = entries.iterator(); all.hasNext() && group.size() < MAX_GROUP; ) {
            WaitingRegistration entry = all.next();
            if (!entry.isAwaited()) {
                all.remove();
                continue;
            }
            if (!entry.time().isEnoughFor(lastTook, now)) {
                late.add(entry);
                all.remove();
                continue;
            }
            if (entry.alone() && !group.isEmpty()) {
                break;
            }
            // A repetition waits until what it repeats is done.
            if (Collections.disjoint(marks, entry.marks())) {
                marks.addAll(entry.marks());
                group.add(entry);
                all.remove();
            }
            if (entry.alone()) {
                break;
            }
        }
        running = !group.isEmpty();
        return group;
    }

    private void ended(RegistrationGroup group, List<RegistrationGroup.Written> written, Throwable failure, long took) {
        synchronized (this) {
            running = false;
            lastTook = took;
            // Who still waits is not to blame: all of them go together again, without those who stopped.
            if (failure != null && Faults.has(failure, RegistrationGroup.NoLongerAwaited.class::isInstance)) {
                entries.addAll(0, group.all());
                return;
            }
            // Nobody's request fails because of another's. A request that is done alone fails by its own fault only.
            if (failure != null && group.all().size() > 1 && isPerhapsOfOne(failure)) {
                entries.addAll(
                        0,
                        group.all().stream().map(WaitingRegistration::onItsOwn).toList());
                return;
            }
        }
        if (failure == null) {
            written.forEach(RegistrationGroup.Written::answer);
        } else {
            group.fail(failure);
        }
    }

    /** A database that is away fails everybody; a collision with another transaction may concern one of them alone. */
    private static boolean isPerhapsOfOne(Throwable failure) {
        return !Faults.isTransient(failure) || Faults.isCollision(failure);
    }
}
