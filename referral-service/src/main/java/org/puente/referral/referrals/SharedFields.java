package org.puente.referral.referrals;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.puente.contracts.InstitutionId;
import org.puente.platform.json.Json;
import org.puente.referral.dossiers.Fields;

/** Whose case a referral is of, and what was sent of it; known at its issuer alone. */
@Embeddable
public class SharedFields {
    /** Codes with commas; null where it is not known, as after a restore. */
    private String fields;

    /** Of the values of these; null where they are not known. */
    @Column(name = "sent_marks")
    private String marks;

    @Column(name = "case_owner")
    private String caseOwner;

    /** As JSON. */
    private String waiting;

    protected SharedFields() {}

    /**
     * @param marks of their values; null where they are not known
     * @param caseOwner the institution that the case is of, where another one issued it; else null
     */
    public static SharedFields of(Fields fields, String marks, InstitutionId caseOwner) {
        SharedFields sharing = new SharedFields();
        sharing.fields = fields.text();
        sharing.marks = marks;
        sharing.caseOwner = caseOwner == null ? null : caseOwner.value();
        return sharing;
    }

    /** Of what the recipient was sent; null where that is not known. */
    public String marks() {
        return marks;
    }

    /**
     * @return null where it is the issuer, or is not known
     */
    public InstitutionId caseOwner() {
        return caseOwner == null ? null : new InstitutionId(caseOwner);
    }

    /**
     * @return null unless a redirect waits for the owner's yes
     */
    public PendingRedirect waiting() {
        return waiting == null ? null : Json.read(waiting, PendingRedirect.class);
    }

    /**
     * @param what null once somebody has decided
     */
    SharedFields awaiting(PendingRedirect what) {
        SharedFields next = new SharedFields();
        next.fields = fields;
        next.marks = marks;
        next.caseOwner = caseOwner;
        next.waiting = what == null ? null : Json.write(what);
        return next;
    }
}
