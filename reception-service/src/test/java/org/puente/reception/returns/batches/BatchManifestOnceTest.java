package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    void ofTwoBatchesAtOnceEachEntryIsRegisteredOnce() {
        ArrivalForm form = announced(20);

        List<String> results = Stream.of(1, 2)
                .map(batch -> CompletableFuture.supplyAsync(() -> sent(IntStream.rangeClosed(1, 20)
                                .mapToObj(entry -> line(newKey(), form, batch == 1 ? entry : 21 - entry, REST))
                                .toArray(String[]::new))
                        .results()))
                .toList()
                .stream()
                .flatMap(batch -> batch.join().stream())
                .toList();

        assertThat(results).filteredOn("created"::equals).hasSize(20);
        assertThat(count("select count(*) from return_case where content like '%" + form.reference() + "%'"))
                .isEqualTo(20);
    }

    @Test
    void theSameBatchTwiceAtOnceRegistersEverybodyOnce() {
        ArrivalForm form = announced(20);
        String[] rows = IntStream.rangeClosed(1, 20)
                .mapToObj(entry -> line(newKey(), form, entry, REST))
                .toArray(String[]::new);

        List<String> results =
                Stream.of(1, 2)
                        .map(batch ->
                                CompletableFuture.supplyAsync(() -> sent(rows).results()))
                        .toList()
                        .stream()
                        .flatMap(batch -> batch.join().stream())
                        .toList();

        assertThat(results).filteredOn("created"::equals).hasSize(20);
        assertThat(results).filteredOn("known"::equals).hasSize(20);
    }
}
