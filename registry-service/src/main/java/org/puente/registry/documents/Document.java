package org.puente.registry.documents;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.puente.contracts.InstitutionId;
import org.puente.platform.json.Json;
import org.puente.registry.directory.Publishing;
import org.puente.registry.forms.EntryForm;
import org.puente.registry.forms.InstitutionForm;
import org.puente.registry.forms.OfferForm;

/** The text of one entry as its editor wrote it, and the number of its revisions. */
@Entity
@Table(name = "document")
public class Document {
    @Id
    String subject;

    String institution;
    long revision;
    String body;

    @Column(name = "published_at")
    Instant publishedAt;

    /**
     * The status in the body when this row was read. For queries only: it doesn't follow {@link
     * #rewrite}.
     */
    @Column(insertable = false, updatable = false)
    String status;

    /** As {@link #status}; ISO 8601, so that the text sorts by day. */
    @Column(name = "withdraw_on", insertable = false, updatable = false)
    String withdrawOn;

    public static Document of(String subject, InstitutionId institution, EntryForm form, Instant now) {
        Document document = new Document();
        document.subject = subject;
        document.institution = institution.value();
        document.revision = 1;
        document.body = Json.write(form);
        document.publishedAt = now.truncatedTo(ChronoUnit.MICROS);
        return document;
    }

    public String subject() {
        return subject;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public long revision() {
        return revision;
    }

    public InstitutionId owner() {
        return new InstitutionId(institution);
    }

    /** The id at the end of the subject, e.g. {@code mex-salud} of {@code offer/mex-salud}. */
    String id() {
        return subject.substring(subject.indexOf('/') + 1);
    }

    public <F extends EntryForm> F form(Class<F> type) {
        return Json.read(body, type);
    }

    public boolean isInstitution() {
        return subject.startsWith("institution/");
    }

    public EntryForm form() {
        return isInstitution() ? form(InstitutionForm.class) : form(OfferForm.class);
    }

    /**
     * Replaces the body with a new form.
     *
     * @return the names of changed fields; empty if the form is the same: then nothing is to be
     *     published
     */
    public List<String> rewrite(EntryForm form, Instant now) {
        String written = Json.write(form);
        List<String> changed = differing(body, written);
        if (!changed.isEmpty()) {
            body = written;
            revision++;
            publishAgain(now);
        }
        return changed;
    }

    private static List<String> differing(String one, String other) {
        JsonNode before = Json.read(one, JsonNode.class);
        JsonNode after = Json.read(other, JsonNode.class);
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .toList();
    }

    /** Begins a new state of the same document. */
    void publishAgain(Instant now) {
        publishedAt = Publishing.after(publishedAt, now).truncatedTo(ChronoUnit.MICROS);
    }
}
