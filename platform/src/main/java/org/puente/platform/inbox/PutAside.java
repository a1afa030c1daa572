package org.puente.platform.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.Code;

/** The known facts of a record that was put aside, without its text. */
@MappedSuperclass
abstract class PutAside {
    /** What becomes of the record. */
    @Schema(name = "DeadLetterState")
    enum State implements Code {
        /** The record waits for an operator. */
        WAITING("replayedAt is null and discardedAt is null and cause <> 'type-unknown'"),
        /**
         * Its type is unknown here. A release that knows the type takes the record in by itself.
         */
        LATER("replayedAt is null and discardedAt is null and cause = 'type-unknown'"),
        REPLAYED("replayedAt is not null"),
        DISCARDED("replayedAt is null and discardedAt is not null");

        /** The same as {@link PutAside#state}, for a query. */
        final String condition;

        State(String condition) {
            this.condition = condition;
        }
    }

    @Id
    UUID id;

    String topic;

    @Column(name = "partition_no")
    int partition;

    @Column(name = "offset_no")
    long offset;

    @Column(name = "record_key")
    String key;

    String cause;
    String detail;
    Instant at;
    int attempts;

    @Column(name = "replayed_at")
    Instant replayedAt;

    @Column(name = "discarded_at")
    Instant discardedAt;

    State state() {
        if (replayedAt != null) {
            return State.REPLAYED;
        }
        if (discardedAt != null) {
            return State.DISCARDED;
        }
        return cause.equals(FactRefused.TYPE_UNKNOWN) ? State.LATER : State.WAITING;
    }
}
