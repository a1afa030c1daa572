package org.puente.reception.returns.registering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.Profile;
import org.puente.contracts.ReturnFact;
import org.puente.platform.execution.DetachedContext;
import org.puente.platform.json.Json;
import org.puente.reception.RegistrationForm;

@QuarkusTest
class HouseholdTest extends Households {
    @Inject
    Vertx vertx;

    @Inject
    HouseholdPreparation preparation;

    @ConfigProperty(name = "puente.keys.public")
    Path keyFile;

    @Test
    void answersEachMemberAsASingleRegistrationIsAnswered() {
        Response answer = post(family());

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.<List<String>>path("members.key")).containsExactly("mother", "child", "nephew");
        assertThat(answer.<List<String>>path("members.statusCode"))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([A-Z0-9]{4}-){2,3}[A-Z0-9]{4}"));
        assertThat(answer.<List<String>>path("members.consentId")).doesNotContainNull();
        assertThat(answer.<List<List<String>>>path("members.duties.rule"))
                .containsExactly(List.of(), List.of(), List.of("child-alone"));
    }

    @Test
    void publishesOneHouseholdAndWhoIsSeparatedByRule() {
        Response answer = post(family());
        ReturnFact.Registered mother = awaitRegistered(caseOf(answer, "mother"));
        ReturnFact.Registered child = awaitRegistered(caseOf(answer, "child"));
        ReturnFact.Registered nephew = awaitRegistered(caseOf(answer, "nephew"));

        assertThat(List.of(mother, child, nephew))
                .extracting(fact -> fact.household().id().toString())
                .containsOnly(answer.<String>path("householdId"));
        assertThat(List.of(mother, child, nephew))
                .extracting(fact -> fact.household().size())
                .containsOnly(3);
        assertThat(child.profiles()).isEmpty();
        assertThat(nephew.profiles()).containsExactly(Profile.SEPARATED_CHILD);
    }

    @Test
    void whatIsSharedHoldsForAllUnlessAMemberHasItsOwn() {
        Response answer = post(family());

        assertThat(awaitRegistered(caseOf(answer, "mother")).causes())
                .extracting(cause -> cause.code())
                .containsExactly("family");
        assertThat(awaitRegistered(caseOf(answer, "child")).causes())
                .extracting(cause -> cause.code())
                .containsExactly("violence");
    }

    @Test
    void sealsADossierForEach() {
        Response answer = post(family());
        awaitEmptyOutbox();

        for (String key : List.of("mother", "child", "nephew")) {
            assertThat(dossiers(caseOf(answer, key), ConsentPurpose.REFERRAL)).hasSize(1);
        }
    }

    /** Neither a connection nor a lock waits for the processor. */
    @Test
    void sealsForTheWholeHouseholdBeforeTheTransactionBegins() {
        HouseholdForm form = Json.read(family().toString(), HouseholdForm.class);
        CompletableFuture<HouseholdPreparation.Prepared> prepared = new CompletableFuture<>();
        DetachedContext.run(
                vertx, () -> preparation.prepared(form), prepared::complete, prepared::completeExceptionally);

        assertThat(prepared.join().made()).hasSize(3).allSatisfy(one -> {
            assertThat(one.dossiers().referral()).isNotNull();
            assertThat(one.dossiers().householdSize()).isEqualTo(3);
        });
    }

    @Test
    void showsTheInstitutionTheOthersAndWhoIsResponsible() {
        Response answer = post(family());

        Response mother = intake().get("/v1/returns/" + caseOf(answer, "mother"));
        assertThat(mother.<List<String>>path("householdMembers.caseId"))
                .containsExactly(caseOf(answer, "child"), caseOf(answer, "nephew"));
        assertThat(mother.<String>path("householdMembers[0].responsible[0].relation"))
                .isEqualTo("parent");
        assertThat(mother.<String>path("householdMembers[1].childAlone")).isEqualTo("separated-child");
        assertThat(mother.<Object>path("householdMembers").toString()).doesNotContain("Zenaida", "Quetzal");
        Response child = intake().get("/v1/returns/" + caseOf(answer, "child"));
        assertThat(child.<String>path("responsible[0].caseId")).isEqualTo(caseOf(answer, "mother"));
    }

    @Test
    void showsNobodyOfAnotherInstitution() {
        ObjectNode form = family();
        String householdId = post(form).path("householdId");
        String other = by("gtm-other")
                .body(RegistrationForm.filled()
                        .with("/receptionPoint", "'gtm-other-desk'")
                        .with("/household/id", "'" + householdId + "'")
                        .json())
                .post("/v1/returns")
                .path("caseId");

        assertThat(by("gtm-other").get("/v1/returns/" + other).<List<?>>path("householdMembers"))
                .isEmpty();
    }

    @Test
    void theSameAgainUnderItsKeyRegistersNobodyTwice() {
        ObjectNode form = family();
        String key = UUID.randomUUID().toString();
        Response first = post(form, key);
        long before = count("select count(*) from return_case");

        Response again = post(form, key);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(count("select count(*) from return_case")).isEqualTo(before);
    }

    /** Sealing takes the processor longest; without a key that is usable it fails. */
    @Test
    void theSameAgainUnderItsKeySealsNothing() throws IOException {
        ObjectNode form = family();
        String key = UUID.randomUUID().toString();
        Response first = post(form, key);
        String keys = Files.readString(keyFile);
        try {
            Files.writeString(keyFile, "{\"keys\": []}");

            assertThat(post(form, key).asString()).isEqualTo(first.asString());
        } finally {
            Files.writeString(keyFile, keys);
        }
    }

    @Test
    void refusesAnotherHouseholdUnderTheSameKey() {
        String key = UUID.randomUUID().toString();
        post(family(), key);

        assertThat(post(family(), key).statusCode()).isEqualTo(422);
    }

    @Test
    void keepsNoStatusCodeInTheClear() {
        Response first = post(family());

        String code = first.path("members[0].statusCode");
        assertThat(count("select count(*) from idempotency_key where answer like '%" + code + "%'"))
                .isZero();
        assertThat(count("select count(*) from idempotency_key where answer like '%child-alone%'"))
                .isZero();
    }

    @Test
    void whoComesLaterJoinsTheHousehold() {
        Response first = post(family());
        ObjectNode later = family();
        later.put("householdId", first.<String>path("householdId"));
        later.withArray("members").remove(2);
        later.withArray("members").remove(0);
        ((ObjectNode) member(later, 0).at("/responsible/0")).remove("member");
        ((ObjectNode) member(later, 0).at("/responsible/0")).put("caseId", caseOf(first, "mother"));

        Response answer = post(later);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(awaitRegistered(caseOf(answer, "child")).household().size()).isEqualTo(4);
    }

    @Test
    void anAdultOfAnotherInstitutionIsUnknown() {
        String householdId = UUID.randomUUID().toString();
        RegistrationForm form = RegistrationForm.filled().with("/household/id", "'" + householdId + "'");
        String foreign = by("gtm-other")
                .body(form.with("/receptionPoint", "'gtm-other-desk'").json())
                .post("/v1/returns")
                .path("caseId");

        Response refused = register(RegistrationForm.filled()
                .with("/household/id", "'" + householdId + "'")
                .with("/person/birthDate", "'2015-01-01'")
                .with("/consent/givenBy", "'guardian'")
                .with("/responsible", "[{'caseId': '" + foreign + "', 'relation': 'parent'}]"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].code")).isEqualTo("responsible-unknown");
    }
}
