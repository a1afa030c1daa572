package org.puente.reception.certificates;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The initials of a person: enough to see that a certificate is not of somebody else, and no name. */
final class Initials {
    private static final int MAX = 6;

    private Initials() {}

    /**
     * The first letter of each word, in capitals, six at most; empty without a letter.
     *
     * @param names each may be null
     */
    static String of(String... names) {
        return Stream.of(names)
                .filter(name -> name != null)
                .flatMap(name -> Stream.of(name.split("[\\s\\p{Z}]+")))
                .flatMap(word ->
                        word.codePoints().filter(Initials::isLetter).limit(1).boxed())
                .limit(MAX)
                .map(letter -> Character.toString(Character.toTitleCase(letter)))
                .collect(Collectors.joining());
    }

    /** Mayan orthographies write apostrophes as modifier letters. */
    private static boolean isLetter(int c) {
        return Character.isLetter(c) && Character.getType(c) != Character.MODIFIER_LETTER;
    }
}
