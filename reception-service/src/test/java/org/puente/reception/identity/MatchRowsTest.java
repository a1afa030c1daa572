package org.puente.reception.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.PersonId;
import org.puente.contracts.Sex;

/** People of one list, as of a batch, none of whom is stored yet. */
class MatchRowsTest {
    private static final InstitutionId DESK = new InstitutionId("gtm-igm");

    @Test
    void findsTheSamePersonTwiceInOneList() {
        Map<CaseId, List<Candidate>> found =
                candidates(registrant(1, 1, "Ana Rosa", "Paz Ruiz"), registrant(2, 2, "Paz Ruiz", "Ana Rosa"));

        assertThat(found.get(caseId(1))).extracting(Candidate::caseId).containsExactly(caseId(2));
        assertThat(found.get(caseId(2))).extracting(Candidate::caseId).containsExactly(caseId(1));
        assertThat(found.get(caseId(1)).getFirst().match())
                .isEqualTo(found.get(caseId(2)).getFirst().match());
    }

    @Test
    void doesNotProposeWhoIsKnownToBeTheSame() {
        assertThat(candidates(registrant(1, 7, "Ana Rosa", "Paz Ruiz"), registrant(2, 7, "Ana Rosa", "Paz Ruiz")))
                .isEmpty();
    }

    @Test
    void proposesAPersonOnceWhoHasSeveralCases() {
        Map<CaseId, List<Candidate>> found = candidates(
                registrant(1, 1, "Ana Rosa", "Paz Ruiz"),
                registrant(2, 2, "Ana Rosa", "Paz Ruiz"),
                registrant(3, 2, "Ana Rosa", "Paz Ruiz"));

        assertThat(found.get(caseId(1))).hasSize(1);
    }

    @Test
    void proposesNobodyToAFoundling() {
        assertThat(candidates(registrant(1, 1, null, null), registrant(2, 2, null, null)))
                .isEmpty();
    }

    @Test
    void hundredsOfStrangersAreNobodysMatch() {
        Registrant[] strangers = IntStream.range(0, 300)
                .mapToObj(i -> registrant(i, i, word(i), word(i + 1000) + " " + word(i + 2000)))
                .toArray(Registrant[]::new);

        assertThat(candidates(strangers)).isEmpty();
    }

    @Test
    void showsNothingOfAPersonInATextThatALogMayPrint() {
        Registrant ana = registrant(1, 1, "Ana Rosa", "Paz Ruiz");
        Candidate candidate = candidates(ana, registrant(2, 2, "Ana Rosa", "Paz Ruiz"))
                .get(caseId(1))
                .getFirst();

        assertThat(ana + " " + ana.features() + " " + candidate)
                .doesNotContainIgnoringCase("ana")
                .doesNotContainIgnoringCase("paz");
    }

    private static Map<CaseId, List<Candidate>> candidates(Registrant... people) {
        return MatchRows.under("a secret of this node", List.of(people)).candidates(List.of(), DESK);
    }

    private static Registrant registrant(int caseNumber, int person, String given, String family) {
        Identity identity = new Identity(given, family, LocalDate.of(1990, 5, 6), 1990, 1990, Sex.FEMALE);
        return new Registrant(caseId(caseNumber), new PersonId(new UUID(2, person)), Features.of(identity, "GTM"));
    }

    private static CaseId caseId(int number) {
        return new CaseId(new UUID(1, number));
    }

    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        for (long rest = number * 0x9E3779B97F4A7C15L >>> 20; rest > 0; rest /= 60) {
            word.append("bdfgklmnprst".charAt((int) (rest % 12))).append("aeiou".charAt((int) (rest / 12 % 5)));
        }
        return word.toString();
    }
}
