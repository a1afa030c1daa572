package org.puente.platform.inbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;

/**
 * A dead letter as a list shows it: without long texts, since a record has up to a megabyte and a
 * page has hundreds of records.
 */
@Entity
@Immutable
@Table(name = "dead_letter")
class DeadLetterLine extends PutAside {
    @Formula("case when octet_length(headers) <= 16384 then headers end")
    String headers;

    @Formula("case when octet_length(payload) <= 16384 then payload end")
    byte[] payload;
}
