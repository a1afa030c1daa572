package org.puente.platform.sealing;

import java.util.Map;
import org.puente.contracts.ConsentPurpose;

/**
 * What a dossier of a case is sealed for. The purpose stands on the outside, in the JWE's protected
 * header, so that a service leaves dossiers unopened that are not for it (ADR 027). A dossier
 * without a purpose is for referrals, as all dossiers were before there was another purpose.
 */
public final class Purpose {
    private static final String NAME = "puente-purpose";

    private Purpose() {}

    /** The label to seal with. */
    public static Map<String, String> label(ConsentPurpose purpose) {
        return purpose == ConsentPurpose.REFERRAL ? Map.of() : Map.of(NAME, purpose.code());
    }

    /** Whether a sealed dossier is for a purpose; false for a purpose that is not known here. */
    public static boolean is(ConsentPurpose purpose, String jwe) {
        return Seal.label(jwe, NAME).orElse(ConsentPurpose.REFERRAL.code()).equals(purpose.code());
    }
}
