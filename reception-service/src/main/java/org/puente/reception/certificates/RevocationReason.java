package org.puente.reception.certificates;

import java.util.stream.Stream;
import org.puente.contracts.Code;

/** Why a certificate was revoked; only the institution that issued it is shown the reason. */
public enum RevocationReason implements Code {
    LOST,
    STOLEN,
    WRONG_DATA,
    ISSUED_IN_ERROR,
    MISUSED,
    OTHER;

    /** The reason of a stored code; {@link #OTHER} for one that only a later release knows. */
    static RevocationReason of(String code) {
        return Stream.of(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElse(OTHER);
    }
}
