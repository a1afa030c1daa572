package org.puente.reception.arrivals;

import java.util.regex.Pattern;
import org.puente.contracts.NodeId;
import org.puente.contracts.Patterns;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Query;

/** The query parameters by which arrivals are chosen. */
final class ArrivalQuery {
    static final String ANNOUNCED_BY = "Node that announced it; needed only where two nodes use one id";

    private static final Pattern SLUG = Pattern.compile(Patterns.SLUG);

    private ArrivalQuery() {}

    /**
     * @return null if the text is null
     * @throws ProblemException 400 if the text is the id of no reception point
     */
    static String receptionPoint(String text) {
        if (text != null && !SLUG.matcher(text).matches()) {
            throw Query.refused("receptionPoint", "not-a-slug");
        }
        return text;
    }

    /**
     * @return null if the text is null
     * @throws ProblemException 400 if the text is the id of no node
     */
    static NodeId announcedBy(String text) {
        try {
            return text == null ? null : new NodeId(text);
        } catch (IllegalArgumentException e) {
            throw Query.refused("announcedBy", "not-a-slug");
        }
    }
}
