package org.puente.platform.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.Code;

/**
 * What an operator, or the service itself, did to a dead letter. It is kept as long as the letter.
 */
@Entity
@Table(name = "dead_letter_deed")
class DeadLetterAction {
    @Schema(name = "Deed")
    enum Kind implements Code {
        REPLAYED,
        MENDED,
        DISCARDED,
        /** A replay that the service did not take in. */
        REFUSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long position;

    @Column(name = "letter_id")
    UUID letterId;

    Instant at;
    String actor;
    String institution;

    @Column(name = "deed")
    String kind;

    String why;

    /** Null unless a mended payload was given. */
    @Column(name = "payload_before")
    byte[] payloadBefore;

    @Column(name = "payload_after")
    byte[] payloadAfter;
}
