package org.puente.reception.identity;

/**
 * Cyrillic and Greek capital letters that look like Latin ones. Names are compared as they look, so that a letter from
 * another keyboard hides nobody. Source: Unicode Technical Standard 39, confusables.
 */
final class LookAlikes {
    private static final String OTHERS = "АВЕКМНОРСТУХІЈЅԚԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
    private static final String LATIN = "ABEKMHOPCTYXIJSQWABEZHIKMNOPTYX";

    private LookAlikes() {}

    /**
     * @param capitals letters without accents
     */
    static String latin(String capitals) {
        if (capitals.chars().allMatch(c -> c < 128)) {
            return capitals;
        }
        StringBuilder latin = new StringBuilder(capitals);
        for (int i = 0; i < latin.length(); i++) {
            int at = OTHERS.indexOf(latin.charAt(i));
            if (at >= 0) {
                latin.setCharAt(i, LATIN.charAt(at));
            }
        }
        return latin.toString();
    }
}
