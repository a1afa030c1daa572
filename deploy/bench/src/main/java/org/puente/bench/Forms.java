package org.puente.bench;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Registration forms, each of a person who has not been here, with papers, alone. */
final class Forms {
    static final LocalDate RETURNED_ON = LocalDate.of(2025, 1, 2);

    private static final String TEMPLATE = """
        {"person": {"givenNames": "Zenaida %1$s", "familyNames": "Quetzalcóatl %1$s",
          "birthDate": "1991-03-14", "sex": "F", "nationality": "HND",
          "documents": [{"kind": "dui", "number": "%2$s"}],
          "phones": ["+50499887766"], "languages": ["spa", "mam"]},
         "returnedOn": "%5$s", "receptionPoint": "%3$s", "returnedFrom": "USA",
         "will": "forced", "assistance": "assisted", "legalBasis": "removal",
         "transport": {"mode": "air", "reference": "WQ-1501"},
         "household": {"id": "%4$s", "role": "head"},
         "profiles": ["single-caregiver"],
         "restricted": {"health": "Insulinodependiente", "trafficking": false},
         "causes": ["economic", "violence"],
         "needs": [{"dimension": "economic", "category": "employment", "urgency": "normal"}],
         "skills": ["carpentry"],
         "destination": {"country": "GTM", "subdivision": "GT-13",
           "municipality": "Huehuetenango-Chiantla"},
         "consent": {"purposes": ["referral", "follow-up"], "scope": ["region"],
           "givenBy": "self", "validUntil": "2099-12-31"}}
        """;

    private final String receptionPoint;
    private final AtomicLong people = new AtomicLong();

    /**
     * @param receptionPoint where everybody arrives, e.g. {@code gtm-fag}
     */
    Forms(String receptionPoint) {
        this.receptionPoint = receptionPoint;
    }

    /** The JSON of one more person. */
    String next() {
        long person = people.incrementAndGet();
        return TEMPLATE.formatted(letters(person), dui(person), receptionPoint, new UUID(0x7000L, person), RETURNED_ON);
    }

    /** Letters that no other person has, far from those of the next: nobody is to be taken for somebody else. */
    private static String letters(long number) {
        StringBuilder letters = new StringBuilder();
        long rest = number * 0x9E3779B97F4A7C15L >>> 1;
        for (int i = 0; i < 6; i++) {
            letters.append("bdfgklmnprst".charAt((int) (rest % 12))).append("aeiou".charAt((int) (rest / 12 % 5)));
            rest /= 60;
        }
        return letters.toString();
    }

    /** The check digit as issuers compute it: see the reception-service's {@code Dui}. */
    static String dui(long number) {
        String digits = "%08d".formatted(number);
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += (digits.charAt(i) - '0') * (9 - i);
        }
        return digits + "-" + (10 - sum % 10) % 10;
    }
}
