package org.puente.platform.text;

import java.util.List;
import java.util.Properties;

/** Which members of what is held of a person have codes, days and times; all others are free text, numbers and ids. */
final class MemberCodes {
    private static final Properties LISTS = WordFiles.read("member-codes.properties");

    private MemberCodes() {}

    /**
     * The lists that a value may be of, one after the other.
     *
     * @param parent the member in which the member stands; one name may mean two things
     */
    static List<String> of(String parent, String member) {
        String lists = LISTS.getProperty(parent + "." + member, LISTS.getProperty(member));
        return lists == null ? List.of() : List.of(lists.split(" "));
    }
}
