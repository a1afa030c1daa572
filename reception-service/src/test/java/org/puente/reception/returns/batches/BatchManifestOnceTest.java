package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.puente.reception.arrivals.ArrivalForm;

/** Each entry of a manifest is registered once, however often and however many at once send it. */
@QuarkusTest
class BatchManifestOnceTest extends BatchManifestTestBase {
    @Test
    void aRowThatIsSentAgainIsKnown() {
        ArrivalForm form = announced(1);
        String row = line(newKey(), form, 1, REST);
        Answer first = sent(row);

        Answer again = sent(row);

        assertThat(again.results()).containsExactly("known");
        assertThat(again.texts("caseId")).isEqualTo(first.texts("caseId"));
    }

    @Test
    void aRowIsTheSameInAnyOrderOfItsMembers() {
        ArrivalForm form = announced(1);
        String key = newKey();
        sent(line(key, form, 1, REST + ", 'will': 'forced', 'person': {'sex': 'F', 'givenNames': 'Ana'}"));

        assertThat(sent(line(key, form, 1, "'person': {'givenNames': 'Ana', 'sex': 'F'}, 'will': 'forced', " + REST))
                        .results())
                .containsExactly("known");
    }

    @Test
    void whatIsTakenAwayIsPartOfTheContent() {
        ArrivalForm form = announced(1);
        String key = newKey();
        sent(line(key, form, 1, REST + ", 'transport': null"));

        assertThat(sent(line(key, form, 1, REST)).error(0)).isEqualTo("/key row-key-reused");
    }

    @Test
    void underOneKeyAnotherEntryIsRefused() {
        ArrivalForm form = announced(2);
        String key = newKey();
        sent(line(key, form, 1, REST));

        assertThat(sent(line(key, form, 2, REST)).error(0)).isEqualTo("/key row-key-reused");
    }

    @Test
    void twoRowsOfABatchDoNotRegisterOneEntryTwice() {
        ArrivalForm form = announced(1);
        String named = "{'arrivalId': '%s', 'entry': 1, 'version': 1, 'announcedBy': 'gtm'}".formatted(form.id());

        Answer answer = sent(line(newKey(), form, 1, REST), line(newKey(), named, REST));

        assertThat(answer.results()).containsExactly("created", "refused");
        assertThat(answer.error(1)).isEqualTo("/manifest/entry row-entry-twice");
    }

    @Test
    void ofTwoBatchesAtOnceEachEntryIsRegisteredOnce() throws Exception {
        ArrivalForm form = announced(20);

        List<String> results = atOnce(
                rows(entry -> line(newKey(), form, entry, REST)),
                rows(entry -> line(newKey(), form, 21 - entry, REST)));

        assertThat(results).filteredOn("created"::equals).hasSize(20);
        assertThat(count("select count(*) from return_case where content like '%" + form.reference() + "%'"))
                .isEqualTo(20);
    }

    @Test
    void theSameBatchTwiceAtOnceRegistersEverybodyOnce() throws Exception {
        ArrivalForm form = announced(20);
        String rows = rows(entry -> line(newKey(), form, entry, REST));

        List<String> results = atOnce(rows, rows);

        assertThat(results).filteredOn("created"::equals).hasSize(20);
        assertThat(results).filteredOn("known"::equals).hasSize(20);
    }

    private static String rows(IntFunction<String> row) {
        return IntStream.rangeClosed(1, 20).mapToObj(row).collect(Collectors.joining("\n"));
    }

    /** On threads of their own: the pool that is shared by all has one on a machine with two cores. */
    private static List<String> atOnce(String one, String other) throws Exception {
        List<Callable<Answer>> batches = List.of(() -> RawBatch.answer(one), () -> RawBatch.answer(other));
        List<String> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Answer> answer : threads.invokeAll(batches)) {
                results.addAll(answer.get().results());
            }
        }
        return results;
    }
}
