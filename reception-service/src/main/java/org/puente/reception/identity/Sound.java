package org.puente.reception.identity;

/**
 * How a name sounds in the Spanish of Mexico and Central America, so that Hernández and Ernandes, Xiomara and Siomara,
 * Velásquez and Belasques are written alike. Letters outside A to Z stay as they are. It is called for every word of
 * every comparison, hence letter by letter and without regular expressions.
 */
final class Sound {
    private static final char CH = '1';

    private final String word;
    private final StringBuilder sound = new StringBuilder();
    private int at;

    private Sound(String word) {
        this.word = word;
    }

    /**
     * @param word capital letters without accents
     * @return the word if nothing of it sounds, such as a lone H
     */
    static String of(String word) {
        Sound sound = new Sound(word);
        while (sound.at < word.length()) {
            sound.next();
        }
        return sound.sound.isEmpty() ? word : sound.sound.toString();
    }

    /** The first letter and the consonants of the sound: vowels are mistyped most. */
    static String skeleton(String word) {
        String sound = of(word);
        StringBuilder skeleton = new StringBuilder(sound.substring(0, 1));
        for (int i = 1; i < sound.length(); i++) {
            if ("AEIOU".indexOf(sound.charAt(i)) < 0) {
                skeleton.append(sound.charAt(i));
            }
        }
        return skeleton.toString();
    }

    private void next() {
        char letter = word.charAt(at++);
        switch (letter) {
            case 'H' -> {} // is not heard
            case 'B', 'V' -> add('B');
            case 'Z', 'Ç' -> add('S');
            case 'W' -> add('U');
            case 'Y' -> add('I');
            case 'Q' -> q();
            case 'C' -> c();
            case 'G' -> g();
            case 'L' -> add(skip('L') ? 'I' : 'L');
            case 'P' -> add(skip('H') ? 'F' : 'P');
            case 'M' -> add(before("BP") ? 'N' : 'M');
            case 'S' -> {
                skip('H');
                add('S');
            }
            case 'T' -> add(skip('Z') || skip('S') ? 'S' : 'T');
            case 'X' -> add(at == 1 && before("EI") ? 'J' : 'S');
            default -> add(letter);
        }
    }

    private void q() {
        if (at + 1 < word.length() && word.charAt(at) == 'U' && isFront(at + 1)) {
            at++;
        }
        add('K');
    }

    private void c() {
        if (skip('H')) {
            add(CH);
        } else {
            add(before("EIY") ? 'S' : 'K');
        }
    }

    private void g() {
        if (before("EI")) {
            add('J');
            return;
        }
        if (at + 1 < word.length() && word.charAt(at) == 'U' && isFront(at + 1)) {
            at++;
        }
        add('G');
    }

    private boolean isFront(int index) {
        return word.charAt(index) == 'E' || word.charAt(index) == 'I';
    }

    private boolean before(String letters) {
        return at < word.length() && letters.indexOf(word.charAt(at)) >= 0;
    }

    /** Whether the next letter is this one, which then is read too. */
    private boolean skip(char letter) {
        boolean next = at < word.length() && word.charAt(at) == letter;
        at += next ? 1 : 0;
        return next;
    }

    /** A letter that repeats sounds once. */
    private void add(char letter) {
        if (sound.isEmpty() || sound.charAt(sound.length() - 1) != letter) {
            sound.append(letter);
        }
    }
}
