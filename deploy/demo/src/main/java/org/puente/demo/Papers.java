package org.puente.demo;

import java.time.LocalDate;
import java.util.Random;

/** Numbers of invented documents: of the right form and check digit, or with a wrong one. */
final class Papers {
    private static final String CURP_ALPHABET = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
    private static final int MUNICIPALITIES_IN_GUATEMALA_CITY = 17;

    private final Random random;

    Papers(Random random) {
        this.random = random;
    }

    /** A document of a nationality's own kind. */
    record Paper(String kind, String number) {}

    Paper of(String nationality, LocalDate born, String sex) {
        return switch (nationality) {
            case "SLV" -> new Paper("dui", dui());
            case "GTM" -> new Paper("cui", cui());
            case "HND" -> new Paper("dni-hnd", dniHnd(born));
            case "MEX" -> new Paper("curp", curp(born, sex));
            default -> new Paper("passport", "P" + digits(8));
        };
    }

    /** As {@link #of}, but its check digit, or its first part, is wrong. */
    Paper wrong(Paper paper) {
        if (paper.kind().equals("dni-hnd")) {
            return new Paper(paper.kind(), "19" + paper.number().substring(2));
        }
        String number = paper.number();
        int at = paper.kind().equals("cui") ? 8 : number.length() - 1;
        char other = (char) ('0' + (number.charAt(at) - '0' + 1) % 10);
        return new Paper(paper.kind(), number.substring(0, at) + other + number.substring(at + 1));
    }

    private String dui() {
        String digits = digits(8);
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += (digits.charAt(i) - '0') * (9 - i);
        }
        return digits + "-" + (10 - sum % 10) % 10;
    }

    private String cui() {
        while (true) {
            String digits = digits(8);
            int sum = 0;
            for (int i = 0; i < 8; i++) {
                sum += (digits.charAt(i) - '0') * (i + 2);
            }
            if (sum % 11 < 10) { // a remainder of 10 has no digit
                int municipality = 1 + random.nextInt(MUNICIPALITIES_IN_GUATEMALA_CITY);
                return digits + sum % 11 + "01" + "%02d".formatted(municipality);
            }
        }
    }

    private String dniHnd(LocalDate born) {
        return "0501" + born.getYear() + digits(5);
    }

    private String curp(LocalDate born, String sex) {
        StringBuilder text = new StringBuilder();
        letters(text, 4);
        text.append("%02d%02d%02d".formatted(born.getYear() % 100, born.getMonthValue(), born.getDayOfMonth()))
                .append(sex.equals("F") ? 'M' : 'H')
                .append("NE");
        letters(text, 3);
        text.append(born.getYear() < 2000 ? (char) ('0' + random.nextInt(10)) : 'A');
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += CURP_ALPHABET.indexOf(text.charAt(i)) * (18 - i);
        }
        return text.append((10 - sum % 10) % 10).toString();
    }

    private void letters(StringBuilder text, int count) {
        for (int i = 0; i < count; i++) {
            text.append("BCDFGHJKLMNPQRSTVWXYZ".charAt(random.nextInt(21)));
        }
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        digits.append(1 + random.nextInt(9));
        while (digits.length() < count) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}
