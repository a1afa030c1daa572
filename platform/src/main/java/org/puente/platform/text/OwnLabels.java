package org.puente.platform.text;

import java.util.Locale;
import java.util.Optional;

/** Words that one service alone has for members and codes: the questions of its questionnaires, say. */
public interface OwnLabels {
    /** The words for a member that stands in another; empty for one of the platform's. */
    Optional<String> name(String parent, String member, Locale locale);

    /** The label of a code at this place; empty if it is none of this service's. */
    Optional<String> label(String parent, String member, String code, Locale locale);
}
