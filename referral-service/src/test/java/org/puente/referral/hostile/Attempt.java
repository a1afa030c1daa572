package org.puente.referral.hostile;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.puente.contracts.FactType;

/**
 * What a hostile node tries with a type of fact, and what must come of it: after the lie nothing of
 * another's has changed, and the true fact still has its effect.
 */
final class Attempt {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final FactType type;
    private final String how;
    private Runnable before = () -> {};
    private Runnable lie = () -> {};
    private Runnable unchanged = () -> {};
    private Runnable truth = () -> {};
    private Runnable effect = () -> {};
    private Throwable harm;

    private Attempt(FactType type, String how) {
        this.type = type;
        this.how = how;
    }

    static Attempt with(FactType type, String how) {
        return new Attempt(type, how);
    }

    FactType type() {
        return type;
    }

    @Override
    public String toString() {
        return type.type() + ": " + how;
    }

    /** What is true before the lie is published. */
    Attempt before(Runnable step) {
        before = step;
        return this;
    }

    Attempt lie(Runnable step) {
        lie = step;
        return this;
    }

    /** What the lie must not have changed. */
    Attempt unchanged(Runnable check) {
        unchanged = check;
        return this;
    }

    Attempt truth(Runnable step) {
        truth = step;
        return this;
    }

    /** What must come of the truth. */
    Attempt effect(Runnable check) {
        effect = check;
        return this;
    }

    void begin() {
        before.run();
    }

    void publish() {
        lie.run();
    }

    /** Remembers what the lie has changed, for {@link #judge}. */
    void look() {
        try {
            unchanged.run();
        } catch (AssertionError e) {
            harm = e;
        }
    }

    void answer() {
        truth.run();
    }

    void judge() {
        if (harm != null) {
            throw new AssertionError("the lie had an effect", harm);
        }
        await().atMost(SOON).untilAsserted(effect::run);
    }
}
