package org.puente.referral.matching;

import java.util.List;

/**
 * Why an offer suits a case or does not.
 *
 * @param code a word for machines; {@code reason-} and this word are the key of the text for people
 * @param blocks whether it is against a referral
 * @param args of the text: numbers, and labels for codes
 */
public record Reason(String code, boolean blocks, List<Object> args) {
    static Reason speaksFor(String code, Object... args) {
        return new Reason(code, false, List.of(args));
    }

    static Reason speaksAgainst(String code, Object... args) {
        return new Reason(code, true, List.of(args));
    }
}
