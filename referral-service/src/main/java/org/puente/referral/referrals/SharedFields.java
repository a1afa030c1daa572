package org.puente.referral.referrals;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.puente.contracts.InstitutionId;
import org.puente.platform.json.Json;
import org.puente.referral.dossiers.Fields;

/** The case owner of a referral, and the fields that were sent; known at the issuer's node alone. */
@Embeddable
public class SharedFields {
    /** Codes with commas between; null or empty where they are not known, as after a restore. */
    private String fields;

    /** Marks of the values of these fields; null where they are not known. */
    @Column(name = "sent_marks")
    private String marks;

    @Column(name = "case_owner")
    private String caseOwner;

    /** As JSON. */
    private String waiting;

    protected SharedFields() {}

    /**
     * @param marks of the values of the fields; null where they are not known
     * @param caseOwner the institution that the case is of, where another one issued the referral;
     *     else null
     */
    public static SharedFields of(Fields fields, String marks, InstitutionId caseOwner) {
        SharedFields sharing = new SharedFields();
        sharing.fields = fields.text();
        sharing.marks = marks;
        sharing.caseOwner = caseOwner == null ? null : caseOwner.value();
        return sharing;
    }

    /** Marks of the values that the recipient was sent; null where they are not known. */
    public String marks() {
        return marks;
    }

    /**
     * @return null where the issuer is the case owner, or the owner is not known
     */
    public InstitutionId caseOwner() {
        return caseOwner == null ? null : new InstitutionId(caseOwner);
    }

    /**
     * @return null unless a redirect waits for the case owner's yes
     */
    public PendingRedirect waiting() {
        return waiting == null ? null : Json.read(waiting, PendingRedirect.class);
    }

    /**
     * @param what null once somebody has decided
     */
    SharedFields awaiting(PendingRedirect what) {
        SharedFields next = copy();
        next.waiting = what == null ? null : Json.write(what);
        return next;
    }

    /** The same without marks, where nothing that is derived from the person's values may be kept any more. */
    public SharedFields withoutMarks() {
        SharedFields next = copy();
        next.marks = null;
        return next;
    }

    private SharedFields copy() {
        SharedFields copy = new SharedFields();
        copy.fields = fields;
        copy.marks = marks;
        copy.caseOwner = caseOwner;
        copy.waiting = waiting;
        return copy;
    }
}
