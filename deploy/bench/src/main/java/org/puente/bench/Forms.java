package org.puente.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.puente.reception.identity.Identity;

/**
 * Registration forms, each of a person who has not been here, with papers, alone. Names are as frequent as people's are:
 * where many share one, person matching looks through them all, and where nobody does it has nothing to do.
 */
final class Forms {
    static final LocalDate RETURNED_ON = LocalDate.of(2025, 1, 2);

    /** Their names come again after so many people, with another birth. */
    private static final List<Someone> NAMES = People.invented(30_000);

    private static final String TEMPLATE = """
        {"person": {"givenNames": "%1$s", "familyNames": "%7$s",
          "birthDate": "%6$s", "sex": "%8$s", "nationality": "HND",
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
        Identity named = NAMES.get((int) (person % NAMES.size())).identity();
        return TEMPLATE.formatted(
                named.givenNames(),
                dui(person),
                receptionPoint,
                new UUID(0x7000L, person),
                RETURNED_ON,
                born(person),
                named.familyNames(),
                named.sex().code());
    }

    /** Adults below fifty-five, whom offers are for. */
    private static LocalDate born(long person) {
        return LocalDate.of(1970, 1, 1).plusDays(person * 7919 % (30 * 365));
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
