package org.puente.registry.upkeep;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.puente.contracts.InstitutionId;
import org.puente.platform.Json;
import org.puente.platform.web.Answer;
import org.puente.registry.directory.Publishing;

/** What an editor wrote of one entry, and how often it was changed. */
@Entity
@Table(name = "document")
class Document {
    @Id String subject;
    String institution;
    long revision;
    String body;

    @Column(name = "published_at")
    Instant publishedAt;

    static Document of(String subject, InstitutionId institution, Form form, Instant now) {
        Document document = new Document();
        document.subject = subject;
        document.institution = institution.value();
        document.revision = 1;
        document.body = Json.write(form);
        document.publishedAt = now.truncatedTo(ChronoUnit.MICROS);
        return document;
    }

    InstitutionId owner() {
        return new InstitutionId(institution);
    }

    /** The id that the subject ends with, e.g. {@code mex-salud} of {@code offer/mex-salud}. */
    String id() {
        return subject.substring(subject.indexOf('/') + 1);
    }

    <F extends Form> F form(Class<F> type) {
        return Json.read(body, type);
    }

    /** The document as an answer, with its revision. */
    Response shown(Class<? extends Form> type) {
        return Answer.ok(form(type)).version(revision).response();
    }

    /**
     * Takes what an editor writes in its place.
     *
     * @return false if it says the same, so that nothing is to be published
     */
    boolean rewrite(Form form, Instant now) {
        String written = Json.write(form);
        if (written.equals(body)) {
            return false;
        }
        body = written;
        revision++;
        publishAgain(now);
        return true;
    }

    /** Begins a new state of the same document. */
    void publishAgain(Instant now) {
        publishedAt = Publishing.after(publishedAt, now).truncatedTo(ChronoUnit.MICROS);
    }
}
