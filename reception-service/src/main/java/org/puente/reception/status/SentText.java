package org.puente.reception.status;

import org.puente.platform.text.PlainText;

/**
 * What a person wrote into a form: with the line breaks of the browser made plain, and without
 * other control characters.
 *
 * @param text null if nothing was written
 * @param tooLong whether there is more of it than is kept
 */
record SentText(String text, boolean tooLong) {
    private static final int MAX_LENGTH = 2000;

    static SentText of(String typed) {
        if (typed == null || typed.isBlank()) {
            return new SentText(null, false);
        }
        String text = PlainText.of(typed.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\\n]]", " "));
        return text.isEmpty() ? new SentText(null, false) : new SentText(text, text.length() > MAX_LENGTH);
    }

    @Override
    public String toString() {
        return "SentText[…]";
    }
}
