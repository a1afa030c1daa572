package org.puente.reception.arrivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ArrivalFact.ManifestSealed;

/** Parts of a manifest come late, twice, in another order, or never. */
@QuarkusTest
class ManifestPartsTest extends ArrivalTestBase {
    private final ArrivalForm form = ArrivalForm.to("gtm-fag").people(4);

    @Test
    void partsComeInAnyOrderAndTwice() {
        List<ManifestSealed> parts = new ArrayList<>(parts(1, 4));
        parts.addAll(parts(1, 4));
        Collections.shuffle(parts);
        settled(parts.stream().map(ArrivalTestBase::fromMexico).toArray(UUID[]::new));

        assertThat(arrival(form).<Integer>path("manifest.partsCame")).isEqualTo(4);
        assertThat(manifest(form).<List<Integer>>path("items.entry")).containsExactly(1, 2, 3, 4);
    }

    @Test
    void whatCameIsUsedThoughAPartNeverDoes() {
        parts(1, 4).subList(0, 3).forEach(ArrivalTestBase::fromMexico);
        await().atMost(Duration.ofSeconds(30)).until(() -> arrival(form).<Integer>path("manifest.partsCame") == 3);

        assertThat(register(form, 2, CONSENT).statusCode()).isEqualTo(201);
        Response refused = close(form);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<String>path("type")).endsWith("arrival-parts-missing");
        Response closed = close(form, "{\"withoutParts\": true}");

        assertThat(closed.<Integer>path("listed")).isEqualTo(4);
        assertThat(closed.<List<Integer>>path("absent")).containsExactly(1, 3);
        assertThat(arrival(form).<Integer>path("closing.absent")).isEqualTo(3);
    }

    @Test
    void aPartOfAnEarlierVersionComesTooLate() {
        fromMexico(sealed(new Part(form, 2, 1, 1, people(3, 4))));
        await().atMost(Duration.ofSeconds(30)).until(() -> arrival(form).statusCode() == 200);
        parts(1, 4).forEach(part -> settled(fromMexico(part)));

        assertThat(manifest(form).<List<Integer>>path("items.entry")).containsExactly(3, 4);
    }

    @Test
    void whoIsRegisteredStaysSoInANewVersion() {
        fromMexico(sealed(whole(form)));
        arrival(form);
        register(form, 2, CONSENT);

        fromMexico(sealed(new Part(form, 2, 1, 1, people(2, 3))));

        await().atMost(Duration.ofSeconds(30)).until(() -> arrival(form).<Integer>path("version") == 2);
        assertThat(manifest(form).<List<String>>path("items.state"))
                .containsExactly("expected", "came", "expected", "expected");
        assertThat(manifest(form).<Object>path("items[1].person")).isNull();
    }

    @Test
    void nobodyIsErasedUntilAllPartsOfANewVersionAreHere() {
        fromMexico(sealed(whole(form)));
        arrival(form);
        settled(fromMexico(sealed(new Part(form, 2, 1, 2, people(1, 1)))));

        assertThat(manifest(form).<List<Integer>>path("items.entry")).containsExactly(1, 2, 3, 4);
        settled(fromMexico(sealed(new Part(form, 2, 2, 2, people(2, 3)))));

        assertThat(manifest(form).<List<Integer>>path("items.entry")).containsExactly(1, 2, 3);
    }

    @Test
    void whoseItIsThatComesInAPartAfterClosingIsRegisteredWithAllData() {
        parts(1, 4).subList(0, 3).forEach(part -> settled(fromMexico(part)));
        close(form, "{\"withoutParts\": true}");

        settled(fromMexico(parts(1, 4).getLast()));

        assertThat(manifest(form).<List<Integer>>path("items.entry")).containsExactly(1, 2, 3, 4);
        assertThat(manifest(form).asString()).doesNotContain(ArrivalForm.NAME);
        assertThat(register(form, 4, CONSENT).statusCode()).isEqualTo(400);
        Response late = register(form, 4, CONSENT + ", " + ALL_DATA);
        assertThat(late.statusCode()).as(late.asString()).isEqualTo(201);
        assertThat(close(form).<List<Integer>>path("came.entry")).containsExactly(4);
    }

    @Test
    void aCancellationThatComesFirstHolds() {
        settled(fromMexico(erased(form, 2)), fromMexico(sealed(whole(form))));

        assertThat(intake().header("Prefer", "wait=0")
                        .get("/v1/arrivals/" + form.id())
                        .statusCode())
                .isEqualTo(404);
        assertThat(count("select count(*) from manifest_entry where arrival_id = '" + form.id() + "'"))
                .isZero();
    }

    private List<ManifestPerson> people(int from, int to) {
        return form.request().people().subList(from - 1, to);
    }

    private List<ManifestSealed> parts(int version, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(part -> sealed(new Part(form, version, part, count, people(part, part))))
                .toList();
    }
}
