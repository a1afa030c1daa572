package org.puente.reception.returns;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.HouseholdId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.PersonId;
import org.puente.platform.json.Json;
import org.puente.reception.identity.Registrant;

/** One return of one person, as the receiving institution stores it. */
@Entity
@Table(name = "return_case")
public class ReturnCase {
    @Id
    @Column(name = "case_id")
    UUID caseId;

    String institution;

    /** Whom the documents have shown; links between people leave it as it is. */
    @Column(name = "person_id")
    UUID personId;

    /** The person as whom this one is published, since desks have said that both are one; null if none has. */
    @Column(name = "linked_person_id")
    private UUID linkedPersonId;

    /** Whether it is still to be stored for matching. */
    @Column(name = "match_due")
    private boolean matchDue = true;

    /**
     * Counts how often this release, or a later one, has stored it for matching. The database sees by it where a former
     * one changes the content.
     */
    @Column(name = "match_revision")
    private int matchRevision;

    @Column(name = "returned_on")
    LocalDate returnedOn;

    @Column(name = "reception_point")
    private String receptionPoint;

    @Column(name = "household_id")
    UUID householdId;

    @Column(name = "identity_print")
    String identityPrint;

    /** First and last possible year of birth. */
    @Column(name = "born_from")
    private int bornFrom;

    @Column(name = "born_to")
    private int bornTo;

    /** The mark that finds the return by the person's code; null if no code was handed out. */
    @Column(name = "status_mark")
    private String statusMark;

    /** The dossier in effect, sealed to the own node; null if no consent permits one. */
    @Column(name = "dossier_id")
    private UUID dossierId;

    /** The dossier for visits in effect; null if no consent permits one. */
    @Column(name = "visit_dossier_id")
    private UUID visitDossierId;

    /** Whether it is still to be checked if the return needs a dossier for visits. */
    @Column(name = "visit_dossier_due")
    private boolean visitDossierDue;

    /** Counts each change of the return and of its consents. */
    int version;

    @Column(name = "registered_at")
    Instant registeredAt;

    @Column(name = "modified_at")
    Instant modifiedAt;

    private String content;

    /** A return that is being registered; {@link #store} and {@link #changed} complete it. */
    public static ReturnCase opened(CaseId id, InstitutionId institution) {
        ReturnCase opened = new ReturnCase();
        opened.caseId = id.value();
        opened.institution = institution.value();
        return opened;
    }

    /** Stores what intake recorded; the consent is stored apart. */
    public void store(Registration registration, PersonId person, String print) {
        personId = person.value();
        returnedOn = registration.returnedOn();
        receptionPoint = registration.receptionPoint();
        HouseholdId household = registration.household() == null
                ? null
                : registration.household().id();
        householdId = household == null ? null : household.value();
        identityPrint = print;
        bornFrom = registration.birthYears().getFirst();
        bornTo = registration.birthYears().getLast();
        content = Json.write(registration.withoutConsent());
    }

    public void changed(Instant at) {
        version++;
        modifiedAt = at;
    }

    /** A change that neither desk nor person asked for: the return is kept no longer because of it. */
    public void changedByRule() {
        version++;
    }

    /** Stores what intake recorded of the same person anew, where nothing changes by which people are recognised. */
    public void store(Registration registration) {
        store(registration, recognisedPerson(), identityPrint);
    }

    public void registered(Instant at) {
        registeredAt = at;
        changed(at);
    }

    /** The return as a row of its table; the names are those of the columns. */
    public Map<String, Object> row() {
        Map<String, Object> row = new HashMap<>();
        row.put("case_id", caseId);
        row.put("institution", institution);
        row.put("person_id", personId);
        row.put("returned_on", returnedOn);
        row.put("reception_point", receptionPoint);
        row.put("household_id", householdId);
        row.put("identity_print", identityPrint);
        row.put("born_from", bornFrom);
        row.put("born_to", bornTo);
        row.put("status_mark", statusMark);
        row.put("dossier_id", dossierId);
        row.put("visit_dossier_id", visitDossierId);
        row.put("visit_dossier_due", visitDossierDue);
        row.put("version", version);
        row.put("registered_at", registeredAt);
        row.put("modified_at", modifiedAt);
        row.put("content", content);
        row.put("match_due", matchDue);
        row.put("match_revision", matchRevision);
        return row;
    }

    /** The part of {@link #row} by which other returns are found. */
    Map<String, Object> known() {
        Map<String, Object> known = row();
        known.keySet()
                .retainAll(Set.of(
                        "case_id", "person_id", "returned_on", "registered_at", "household_id", "identity_print"));
        return known;
    }

    /** Takes over a published state. */
    public void restore(Registration registration, PersonId person, int published, Instant now) {
        boolean same = person.equals(person());
        store(registration, same ? recognisedPerson() : person, identityPrint);
        link(person);
        version = published;
        modifiedAt = now;
    }

    /** The dossier in effect for a purpose; empty if no consent permits one. */
    public Optional<UUID> dossier(ConsentPurpose purpose) {
        return Optional.ofNullable(purpose == ConsentPurpose.FOLLOW_UP ? visitDossierId : dossierId);
    }

    /**
     * @param dossier null if none is in effect any more
     */
    public void setDossier(ConsentPurpose purpose, UUID dossier) {
        if (purpose == ConsentPurpose.FOLLOW_UP) {
            visitDossierId = dossier;
        } else {
            dossierId = dossier;
        }
    }

    public void visitDossierChecked() {
        visitDossierDue = false;
    }

    public int version() {
        return version;
    }

    public Instant modifiedAt() {
        return modifiedAt;
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    /** The mark by which the person's new code finds the return; the earlier code finds nothing. */
    public void handOut(String mark) {
        statusMark = mark;
    }

    /** The mark of the person's code in force; null if none was handed out. */
    public String statusMark() {
        return statusMark;
    }

    /** Whether the person's code in force is the one with this mark. */
    public boolean isHandedOut(String mark) {
        return mark.equals(statusMark);
    }

    public CaseId id() {
        return new CaseId(caseId);
    }

    public InstitutionId owner() {
        return new InstitutionId(institution);
    }

    /** Whom facts and answers name: one for all who were linked. */
    public PersonId person() {
        return linkedPersonId == null ? recognisedPerson() : new PersonId(linkedPersonId);
    }

    /** Whom the documents have shown, whatever desks have decided since. */
    public PersonId recognisedPerson() {
        return new PersonId(personId);
    }

    /** Publishes the person as another one from now on, or as themselves again. */
    public void link(PersonId published) {
        linkedPersonId = published.equals(recognisedPerson()) ? null : published.value();
    }

    /** Records that the return is stored for matching. */
    public void matched() {
        matchDue = false;
        matchRevision++;
    }

    /** The person as matching compares them. */
    public Registrant registrant() {
        return registrant(registration());
    }

    /** As {@link #registrant()}, of a registration that is not stored yet. */
    public Registrant registrant(Registration registration) {
        return new Registrant(id(), person(), registration.features());
    }

    public Registration registration() {
        return Json.read(content, Registration.class);
    }
}
