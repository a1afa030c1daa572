package org.puente.platform.waiting;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** One request that waits for facts. All of it runs on the request's own Vert.x context. */
final class FactWait implements Runnable {
    /** What another instance of the service takes in is seen in the database alone. */
    private static final long LOOK_AGAIN_MILLIS = 2_000;

    private final long end;
    private final Context context = Vertx.currentContext();
    private boolean came;
    private Runnable wake = () -> {};

    /**
     * @param end as {@link System#nanoTime} counts
     */
    FactWait(long end) {
        this.end = end;
    }

    /** From now on it counts whether facts come. */
    void begin() {
        came = false;
    }

    /** Facts came: called on any thread. */
    @Override
    public void run() {
        context.runOnContext(on -> {
            came = true;
            wake.run();
        });
    }

    /**
     * Waits for facts, if none came since {@link #begin}.
     *
     * @return whether to try again; false when the time is over and nothing came
     */
    Uni<Boolean> next() {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (came || left <= 0) {
            return Uni.createFrom().item(came);
        }
        return Uni.createFrom().emitter(waiting -> await(waiting, Math.min(left, LOOK_AGAIN_MILLIS)));
    }

    private void await(UniEmitter<? super Boolean> waiting, long millis) {
        long timer = context.owner().setTimer(millis, over -> waiting.complete(true));
        wake = () -> {
            context.owner().cancelTimer(timer);
            waiting.complete(true);
        };
        waiting.onTermination(() -> context.owner().cancelTimer(timer)); // its client has gone
    }
}
