package org.puente.reception.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.puente.contracts.ConsentGiver;
import org.puente.contracts.Countries;
import org.puente.contracts.Profile;
import org.puente.platform.problems.FieldError;
import org.puente.reception.directory.ReceptionDirectory.Desk;
import org.puente.reception.identity.DocumentKind;
import org.puente.reception.identity.IdentityDocument;
import org.puente.reception.identity.PaperStep;
import org.puente.reception.returns.background.BackgroundRules;
import org.puente.reception.wording.ConsentText;

/** Rules that a well-formed registration must keep; each error states what to do. */
public final class Rules {
    private static final int OLDEST = 120;
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final int LONGEST_CONSENT_YEARS = 100;

    /** ICAO Doc 9303-3 section 5: stateless, refugee, other refugee, unspecified. */
    private static final List<String> WITHOUT_NATIONALITY = List.of("XXA", "XXB", "XXC", "XXX");

    private final LocalDate today;
    private final List<FieldError> errors = new ArrayList<>();

    private Rules(LocalDate today) {
        this.today = today;
    }

    /**
     * What is wrong with a new registration.
     *
     * @param today in the node's time zone
     * @return the errors; empty if there are none
     */
    public static List<FieldError> registration(Registration registration, Desk desk, LocalDate today) {
        Rules rules = broken(registration, today);
        rules.point(registration, desk);
        if (registration.consent() == null) {
            rules.wrong("/consent", "consent-missing");
        } else if (rules.errors.isEmpty()) {
            rules.consent(registration.consent(), "/consent", registration.child());
        }
        return rules.errors;
    }

    /** As {@link #registration}. A reception point that has closed stays valid on the returns that it received. */
    public static List<FieldError> amendment(Registration before, Registration after, Desk desk, LocalDate today) {
        Rules rules = broken(after, today);
        if (!after.receptionPoint().equals(before.receptionPoint())) {
            rules.point(after, desk);
        }
        return rules.errors;
    }

    /** As {@link #registration}, for the terms of a consent. */
    public static List<FieldError> consent(ConsentTerms terms, boolean child, LocalDate today) {
        Rules rules = new Rules(today);
        rules.consent(terms, "", child);
        return rules.errors;
    }

    /** Whether a child would consent for itself: an amended birth date can make a child of an adult. */
    public static boolean childConsents(List<Consent> consents, Registration after) {
        return after.child()
                && consents.stream()
                        .filter(consent -> !consent.withdrawn())
                        .anyMatch(consent -> consent.terms().givenBy() == ConsentGiver.SELF);
    }

    private static Rules broken(Registration registration, LocalDate today) {
        Rules rules = new Rules(today);
        rules.names(registration.person());
        rules.dates(registration);
        rules.documents(registration.person());
        rules.papers(registration.person().papers());
        rules.countries(registration);
        rules.errors.addAll(DangerRules.broken(registration));
        if (rules.errors.isEmpty()) {
            rules.profiles(registration);
            rules.errors.addAll(BackgroundRules.broken(registration.background(), registration.age()));
            rules.errors.addAll(FamilyRules.broken(registration, today));
        }
        return rules;
    }

    /**
     * @param pointer JSON pointer (RFC 6901) of the consent in the body
     * @param child whether the person is a child: then a guardian consents or an authority orders
     */
    private void consent(ConsentTerms consent, String pointer, boolean child) {
        LocalDate until = consent.validUntil();
        if (until != null && until.isBefore(today)) {
            wrong(pointer + "/validUntil", "consent-over", today);
        } else if (until != null && until.isAfter(today.plusYears(LONGEST_CONSENT_YEARS))) {
            wrong(pointer + "/validUntil", "consent-too-long", LONGEST_CONSENT_YEARS);
        }
        if (child && consent.givenBy() == ConsentGiver.SELF) {
            wrong(pointer + "/givenBy", "child-consent");
        }
        if (consent.textVersion() != null && ConsentText.isUnknown(consent.textVersion())) {
            wrong(pointer + "/textVersion", "consent-text-unknown", ConsentText.VERSION);
        }
    }

    private void point(Registration of, Desk desk) {
        if (!desk.points().contains(of.receptionPoint())) {
            wrong("/receptionPoint", "reception-point-unknown", String.join(", ", desk.points()));
        }
    }

    private void dates(Registration of) {
        if (of.returnedOn().isAfter(today)) {
            wrong("/returnedOn", "in-the-future");
        } else if (of.returnedOn().isBefore(EARLIEST)) {
            wrong("/returnedOn", "too-long-ago", EARLIEST);
        }
        boolean dayIsRight = errors.isEmpty();
        Person person = of.person();
        long births = Stream.of(person.birthDate(), person.birthYear(), person.ageYears())
                .filter(Objects::nonNull)
                .count();
        if (births > 1) {
            wrong(person.ageYears() == null ? "/person/birthYear" : "/person/ageYears", "birth-date-and-age");
        } else if (births == 0) {
            wrong("/person/birthDate", "birth-date-or-age");
        } else if (person.guessedAge() && person.ageYears() == null) {
            wrong("/person/ageEstimated", "estimated-without-age");
        } else if (person.birthDate() != null && person.birthDate().isAfter(today)) {
            wrong("/person/birthDate", "in-the-future");
        } else if (person.birthYear() != null && person.birthYear() > today.getYear()) {
            wrong("/person/birthYear", "in-the-future");
        } else if (dayIsRight) {
            age(of);
        }
    }

    private void names(Person person) {
        boolean named = person.givenNames() != null || person.familyNames() != null;
        if (named && person.nameless()) {
            wrong("/person/withoutNames", "names-and-without");
        } else if (person.lost()) {
            wrong("/person/givenNames", "name-missing");
        }
    }

    private void age(Registration of) {
        LocalDate born = of.person().birthDate();
        if (born != null && born.isAfter(of.returnedOn())) {
            wrong("/person/birthDate", "born-after-return");
        } else if (of.age() < 0 || of.age() > OLDEST) {
            wrong(pointerOfBirth(of.person()), "age-out-of-range", OLDEST);
        }
    }

    private static String pointerOfBirth(Person person) {
        if (person.birthDate() != null) {
            return "/person/birthDate";
        }
        return person.birthYear() == null ? "/person/ageYears" : "/person/birthYear";
    }

    private void countries(Registration of) {
        String nationality = of.person().nationality();
        if (!WITHOUT_NATIONALITY.contains(nationality)) {
            country("/person/nationality", nationality);
        }
        country("/returnedFrom", of.returnedFrom());
        if (of.destination() != null) {
            errors.addAll(PlaceRules.broken(of.destination(), "/destination"));
        }
    }

    private void country(String pointer, String code) {
        if (!Countries.exists(code)) {
            wrong(pointer, "country-unknown");
        }
    }

    private void documents(Person person) {
        List<IdentityDocument> documents = person.documents();
        for (int i = 0; i < documents.size(); i++) {
            LocalDate issued = documents.get(i).issuedOn();
            LocalDate until = documents.get(i).validUntil();
            String pointer = "/person/documents/" + i;
            if (issued != null && issued.isAfter(today)) {
                wrong(pointer + "/issuedOn", "in-the-future");
            } else if (issued != null && until != null && until.isBefore(issued)) {
                wrong(pointer + "/validUntil", "valid-before-issued");
            } else if (documents.get(i).kind() == DocumentKind.PROVISIONAL && until == null) {
                wrong(pointer + "/validUntil", "provisional-without-end");
            }
        }
    }

    private void papers(List<PaperStep> papers) {
        for (int i = 0; i < papers.size(); i++) {
            if (papers.get(i).on().isAfter(today)) {
                wrong("/person/papers/" + i + "/on", "in-the-future");
            } else if (papers.stream().anyMatch(papers.get(i)::contradicts)) {
                wrong("/person/papers/" + i + "/on", "steps-out-of-order");
            }
        }
    }

    private void profiles(Registration of) {
        int unaccompanied = of.profiles().indexOf(Profile.UNACCOMPANIED_CHILD);
        int separated = of.profiles().indexOf(Profile.SEPARATED_CHILD);
        int last = Math.max(unaccompanied, separated);
        if (last >= 0 && !of.child()) {
            wrong("/profiles/" + last, "not-a-child");
        } else if (unaccompanied >= 0 && separated >= 0) {
            wrong("/profiles/" + last, "unaccompanied-or-separated");
        }
    }

    private void wrong(String pointer, String code, Object... args) {
        errors.add(FieldError.of(pointer, code, texts(args)));
    }

    /** Converts to text, since MessageFormat would format dates and numbers by the locale. */
    private static Object[] texts(Object... args) {
        return Arrays.stream(args).map(String::valueOf).toArray();
    }
}
