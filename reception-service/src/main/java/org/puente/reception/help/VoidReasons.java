package org.puente.reception.help;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.puente.contracts.Code;
import org.puente.contracts.HelpVoidReason;
import org.puente.platform.web.Query;

/** The query parameter {@code reason}. */
final class VoidReasons {
    static final String DESCRIPTION = "`not-given`, `wrong-person`, `wrong-kind`, `wrong-time`, `duplicate` or `other`";

    private VoidReasons() {}

    /** The reason; 400 if none is given, or one that nobody knows. */
    static HelpVoidReason read(String text) {
        HelpVoidReason reason = Query.code("reason", HelpVoidReason.class, text);
        if (reason == null) {
            throw Query.refused(
                    "reason",
                    "not-a-code",
                    Arrays.stream(HelpVoidReason.values()).map(Code::code).collect(Collectors.joining(", ")));
        }
        return reason;
    }
}
