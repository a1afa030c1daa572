package org.puente.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.client.referral.model.ReferralStatus;
import org.puente.demo.Agency;
import org.puente.demo.Backlogs;
import org.puente.demo.CaseOffice;
import org.puente.demo.Institutions;
import org.puente.demo.Reception;
import org.puente.local.Region;
import org.puente.platform.testing.SpanReceiver;

/**
 * Two nodes and the Secretariat, as users start them. While 500 people are registered and referred,
 * a referral-service, a reception-service and the broker are killed as a power cut would.
 */
class RegionTest {
    private static final int PEOPLE = 500;
    private static final int OFFSET = 2000;

    /** Of a second instance, where no server of a region is. */
    private static final int SECOND_PORT = 8199 + OFFSET;

    /** Pages are tried with people of their own, who came on another day. */
    private static final LocalDate PAGES_DAY = FlightWhileServersAreKilled.PAGES_DAY;

    private static final Duration SETTLED = Duration.ofMinutes(4);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static FlightWhileServersAreKilled flight;
    private static Path data;
    private static Path archive;
    private static Region region;
    private static org.puente.demo.Region addresses;
    private static Institutions institutions;

    @BeforeAll
    static void registerWhileServersAreKilled() throws IOException {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        data = Path.of("target", "region").toAbsolutePath();
        archive = BaseBackup.freshArchive(data.resolveSibling("region-backup"));
        flight = FlightWhileServersAreKilled.begin(data, archive, OFFSET, PEOPLE);
        region = flight.region();
        addresses = flight.addresses();
        institutions = flight.institutions();
    }

    @AfterAll
    static void stop() {
        if (flight != null) {
            flight.close();
        }
    }

    @Test
    void everyAnsweredRegistrationIsExactlyOneReturn() {
        assertThat(flight.cases()).hasSize(PEOPLE);
        await().atMost(SETTLED)
                .untilAsserted(() -> assertThat(flight.keys("puente.gtm.returns", "return.registered"))
                        .containsExactlyInAnyOrderElementsOf(flight.cases().stream()
                                .map(Reception.Case::caseId)
                                .toList()));
    }

    @Test
    void everyReferralIsThereOnceAndBothNodesSeeTheSameStatus() {
        assertThat(flight.issued()).isNotEmpty();
        List<String> delivered = Stream.concat(
                        flight.keys("puente.gtm.referrals.gtm", "referral.issued").stream(),
                        flight.keys("puente.gtm.referrals.hnd", "referral.issued").stream())
                .toList();
        assertThat(delivered).doesNotHaveDuplicates();
        assertThat(delivered)
                .containsAll(flight.issued().stream()
                        .map(CaseOffice.Issued::referralId)
                        .toList());
        for (CaseOffice.Issued referral : flight.issued()) {
            await().atMost(SETTLED).untilAsserted(() -> {
                String here = flight.status("gtm", "gtm-igm", referral);
                assertThat(here).isEqualTo("acknowledged");
                assertThat(flight.status(referral.toNode(), referral.to(), referral))
                        .isEqualTo(here);
            });
        }
    }

    @Test
    void theSecretariatCountsEveryReturnOnce() {
        Agency secretariat = Agency.person(addresses, "secretaria");
        await().atMost(SETTLED)
                .untilAsserted(() -> assertThat(secretariat
                                .get(addresses.reporting() + "/v1/indicators/returns" + "?period=2025-01-02")
                                .body()
                                .path("rows")
                                .path(0)
                                .path("value")
                                .asInt())
                        .isEqualTo(PEOPLE));
    }

    @Test
    void outboxesDrainAndNothingIsPutAside() {
        await().atMost(SETTLED).until(() -> Backlogs.isEmpty(addresses, "gtm", "hnd"));
    }

    @Test
    void noNameNumberOrPhoneIsOnTheWire() {
        List<String> texts = Topics.dump(region.kafkaAdmin(), "puente\\..*").stream()
                .map(Topics::text)
                .toList();
        assertThat(texts).hasSizeGreaterThan(4 * PEOPLE);
        String wire = String.join("\n", texts);
        assertThat(flight.words()).noneMatch(wire::contains);
    }

    @Test
    void noNameNumberOrPhoneIsInATrace() {
        await().atMost(SETTLED).until(() -> flight.traces().spans().size() > 4 * PEOPLE);
        List<SpanReceiver.Exported> spans = flight.traces().spans();
        assertThat(flight.words())
                .noneMatch(word -> spans.stream().anyMatch(span -> span.whole().contains(word)));
    }

    @Test
    void oneTraceGoesFromTheRequestOverTheOtherNodeToTheAcknowledgement() {
        await().atMost(SETTLED)
                .untilAsserted(() -> assertThat(flight.issued())
                        .filteredOn(referral -> referral.toNode().equals("hnd"))
                        .anySatisfy(referral -> assertThat(
                                        ReferralTrace.steps(flight.traces().spans(), referral.referralId()))
                                .containsExactly(
                                        "gtm.referral SERVER POST /v1/referrals",
                                        "gtm.referral PRODUCER send puente.gtm.referrals.hnd",
                                        "hnd.referral CONSUMER process puente.gtm.referrals.hnd",
                                        "hnd.referral PRODUCER send puente.hnd.referrals.gtm",
                                        "gtm.referral CONSUMER process puente.hnd.referrals.gtm")));
    }

    @Test
    void aDossierOpensForItsRecipientAlone() throws IOException, JoseException {
        JsonNode sealed = JSON.readTree(Topics.dump(region.kafkaAdmin(), "puente\\.gtm\\.dossiers\\.hnd").stream()
                .filter(record -> Topics.type(record).equals("dossier.sealed"))
                .findFirst()
                .orElseThrow()
                .value());
        String jwe = sealed.path("jwe").asText();
        assertThat(SealedDossiers.open(jwe, data, "hnd")).contains("givenNames");
        assertThatThrownBy(() -> SealedDossiers.open(jwe, data, "gtm")).isInstanceOf(JoseException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/integrating.md", "README.md", "README.es.md"})
    void everyCommandOfAPageWorks(String page) throws IOException, InterruptedException {
        Page.Outcome outcome = run(page);
        assertThat(outcome.status()).as(outcome.words()).isZero();
    }

    /** What is put aside ends as the page says: discarded, and counted no more. */
    @Test
    void everyCommandOfThePageForOperatorsWorks() throws IOException, InterruptedException {
        Agency operator = Agency.person(addresses, "operator-gtm");
        String letters = addresses.of("gtm", "referral") + "/v1/dead-letters?state=";
        Topics.putUnreadable(region.kafkaAdmin(), "puente.hnd.dossiers.gtm");
        await().atMost(SETTLED)
                .until(() ->
                        operator.get(letters + "waiting").body().path("items").size() == 1);

        Page.Outcome outcome = run("docs/operating.md");

        assertThat(outcome.status()).as(outcome.words()).isZero();
        assertThat(operator.get(letters + "waiting").body().path("items")).isEmpty();
        assertThat(operator.get(letters + "discarded").body().path("items")).hasSize(1);
    }

    private static Page.Outcome run(String page) throws IOException, InterruptedException {
        return new Page(Path.of("..", "..").resolve(page))
                .run(data.resolveSibling(page.replace('/', '-')), OFFSET, Map.of());
    }

    @Test
    void anOperatorsPageShowsAFactWhenItHappens() {
        try (Browser browser = Browser.onADesk()) {
            browser.go(addresses.reporting() + "/?lang=en")
                    .fill("#username", "operator")
                    .fill("#password", "operator")
                    .press("#kc-login");
            await().atMost(SETTLED).until(() -> browser.text("#connection").startsWith("Connected"));
            String caseId =
                    desk().register("browser-1", PAGES_DAY).path("caseId").asText();
            await().atMost(SETTLED).until(() -> browser.texts("#events .case").contains(caseId));
            assertThat(browser.barriers()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aPersonReadsTheirCaseOnAPhone() {
        String code = desk().register("browser-2", PAGES_DAY).path("statusCode").asText();
        try (Browser browser = Browser.onAPhone()) {
            browser.go(addresses.of("gtm", "reception") + "/status?lang=es");
            assertThat(browser.barriers()).isEmpty();
            browser.fill("#code", code).fill("#birthYear", "1990").press("form button");
            assertThat(browser.text("#services")).startsWith("Servicios");
            assertThat(browser.isWiderThanItsWindow()).isFalse();
            assertThat(browser.barriers()).isEmpty();
        }
    }

    @Test
    void aGeneratedJavaClientCarriesAReferralAcrossTheBorder() throws Exception {
        GeneratedClients.Carried carried = new GeneratedClients(addresses, institutions).carry(PAGES_DAY);
        assertThat(carried.atIssuer().getStatus()).isEqualTo(ReferralStatus.ACCEPTED);
        assertThat(carried.atRecipient().getOpenSteps()).contains(ReferralStatus.SCHEDULED);
        assertThat(carried.dossier()).containsEntry("givenNames", "Elsa");
    }

    @Test
    void aGeneratedTypescriptClientCarriesAReferralAcrossTheBorder() {
        new TypescriptClient(addresses, institutions).carry(PAGES_DAY);
    }

    @Test
    void swaggerUiCanLogIn() throws IOException, InterruptedException {
        SwaggerUi page = new SwaggerUi(addresses.of("gtm", "referral"), region.realm());
        assertThat(page.clientOfPeople()).isEqualTo("swagger-ui");
        assertThat(page.asksForTokensAt()).isEqualTo(page.tokens());
        assertThat(page.mayAskForTokenOf("gtm-igm")).isTrue();
    }

    @Test
    void aFifthCountryJoinsWhileTheOthersWork() {
        FifthCountry.Joined panama = new FifthCountry(region, institutions).join(PAGES_DAY);
        assertThat(panama.atIssuer().at("/to/institution").asText()).isEqualTo("gtm-mintrab");
        assertThat(panama.dossier().path("givenNames").asText()).isEqualTo("Rosa");
        assertThat(panama.directoryInHonduras()).contains("Servicio Nacional de Migración");
    }

    @Test
    void aConsentThatWasWithdrawnSinceTheBackupStaysWithdrawn() {
        JsonNode restored = new RestoredReception(region, desk()).afterAWithdrawal(PAGES_DAY);
        assertThat(restored.at("/consents/0/withdrawnAt").isTextual()).isTrue();
    }

    @Test
    void aWithdrawnConsentIsFeltInEveryNodeWithinAMinute() {
        assertThat(new WithdrawnConsent(addresses, desk(), institutions).untilEveryNodeHasActed(PAGES_DAY))
                .isLessThan(Duration.ofMinutes(1));
    }

    /** Rehearses the whole procedure: base backup, archived log, a moment before the last facts. */
    @Test
    void afterARestoreToAMomentBothEndsAreEqualAgain() throws SQLException, IOException {
        RestoredNode.Outcome outcome =
                new RestoredNode(region, desk(), institutions, archive).restoreToAMomentBeforeTheLastFacts(PAGES_DAY);
        assertThat(outcome.inTheBackup()).containsExactly(outcome.before());
        assertThat(outcome.atGuatemala())
                .containsExactly("accepted", "accepted")
                .isEqualTo(outcome.atHonduras());
        assertThat(outcome.afterwards()).isEqualTo("acknowledged");
        assertThat(Topics.keys(region.kafkaAdmin(), "puente.gtm.referrals.hnd", "referral.issued", "of no other day"))
                .doesNotHaveDuplicates()
                .contains(outcome.before(), outcome.since());
    }

    @Test
    void aServiceThatWasKilledTakesFactsInAsSoonAsItIsBack() {
        assertThat(new KilledReferrals(region, desk(), institutions).untilItIsBack(PAGES_DAY))
                .isLessThan(KilledReferrals.BACK);
    }

    @Test
    void anotherInstanceSoonTakesOverFromOneThatWasKilled() {
        assertThat(new KilledReferrals(region, desk(), institutions).untilAnotherTakesOver(SECOND_PORT, PAGES_DAY))
                .isLessThan(KilledReferrals.TAKEN_OVER);
    }

    private static ReceptionClient desk() {
        return new ReceptionClient(institutions, addresses);
    }
}
