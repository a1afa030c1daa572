package org.puente.platform.web;

import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/** Versions of resources as strong entity tags (RFC 9110, 8.8.3). */
public final class ETags {
    private ETags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** Refuses an update without If-Match (428), or whose copy is stale (412). */
    public static void mustMatch(String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw ProblemException.of(ProblemKind.VERSION_MISSING, "if-match-needed");
        }
        for (String tag : ifMatch.split(",")) {
            if (tag.strip().equals("*") || tag.strip().equals(of(version))) {
                return;
            }
        }
        throw ProblemException.stale();
    }
}
