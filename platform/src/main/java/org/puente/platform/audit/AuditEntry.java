package org.puente.platform.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One action in the audit. */
@Entity
@Table(name = "audit")
class AuditEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long position;

    Instant at;
    String actor;
    String institution;
    String action;
    String subject;
    String fields;
    String why;
}
