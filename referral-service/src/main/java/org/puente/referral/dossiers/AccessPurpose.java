package org.puente.referral.dossiers;

import org.puente.platform.audit.ReadingGround;

/** The grounds on which a dossier is read, as words for the audit ({@link ReadingGround}). */
public final class AccessPurpose {
    public static final String USUAL = "to-answer-the-referral";

    private AccessPurpose() {}
}
