package org.puente.reception.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.ConsentGiver;
import org.puente.contracts.ConsentPurpose;
import org.puente.reception.directory.Recipients;
import org.puente.reception.directory.Recipients.Institution;

class ConsentTextTest {
    private static final Locale SPANISH = Locale.of("es");

    /** Words in a sentence that people who read little can still follow when it is read to them. */
    private static final int LONGEST_SENTENCE = 30;

    private static final Recipients.Known KNOWN = new Recipients.Known(
            "GTM",
            List.of("GTM", "HND"),
            List.of(
                    new Institution("gtm-work", "Ministerio de Trabajo", false),
                    new Institution("gtm-shelter", "Casa Segura", true)));

    private static ConsentText.Terms terms(ConsentGiver by, LocalDate until, String... scope) {
        return new ConsentText.Terms(List.of(ConsentPurpose.values()), List.of(scope), by, until);
    }

    private static String read(Locale locale, ConsentText.Terms terms) {
        return String.join("\n", new ConsentText(locale, KNOWN).paragraphs(terms, "Instituto de Migración"));
    }

    @Test
    void saysWhatForForWhomAndUntilWhen() {
        assertThat(read(SPANISH, terms(ConsentGiver.SELF, LocalDate.of(2027, 1, 15), "gtm-work")))
                .startsWith("Instituto de Migración le pide permiso")
                .contains("Para pedir ayuda a los servicios")
                .contains("Quién puede recibir sus datos: Ministerio de Trabajo. Nadie más.")
                .contains("hasta el 15 de enero de 2027")
                .contains("Puede retirar su permiso cuando quiera");
    }

    @Test
    void namesOnlyThePurposesThatAreAskedFor() {
        ConsentText.Terms one =
                new ConsentText.Terms(List.of(ConsentPurpose.STATISTICS), List.of("node"), ConsentGiver.SELF, null);
        assertThat(read(Locale.ENGLISH, one)).contains("count how many people").doesNotContain("call or visit");
    }

    @Test
    void namesNodeAndRegionByTheirCountries() {
        assertThat(new ConsentText(SPANISH, KNOWN).names(List.of("node", "region"), false))
                .satisfiesExactly(
                        node -> assertThat(node).contains("Guatemala").doesNotContain("Honduras"),
                        region -> assertThat(region).contains("Guatemala, Honduras"));
    }

    @Test
    void askingForPermissionIsNotToldOfAnOrder() {
        assertThat(read(Locale.ENGLISH, terms(ConsentGiver.AUTHORITY, null, "node")))
                .contains("An authority has ordered")
                .doesNotContain("take back your permission", "asks you for permission");
    }

    @Test
    void anInstitutionThatTheDirectoryLacksIsUnknown() {
        assertThat(new ConsentText(SPANISH, KNOWN).unknown(List.of("node", "region", "gtm-work", "gtm-wrok")))
                .containsExactly("gtm-wrok");
    }

    @Test
    void whatWasAgreedToShowsNoInstitutionByWhichThePersonCouldBeFound() {
        ConsentText words = new ConsentText(SPANISH, KNOWN);
        assertThat(words.summary(terms(ConsentGiver.SELF, null, "gtm-work", "gtm-shelter", "gtm-gone")))
                .contains("Ministerio de Trabajo", "otra institución")
                .doesNotContain("Casa Segura", "gtm-");
    }

    @ParameterizedTest
    @EnumSource
    void whatWasAgreedToSaysByWhom(ConsentGiver by) {
        assertThat(new ConsentText(Locale.ENGLISH, KNOWN).summary(terms(by, LocalDate.of(2027, 1, 15), "node")))
                .startsWith(
                        by == ConsentGiver.SELF ? "You agreed" : by == ConsentGiver.GUARDIAN ? "A parent" : "An auth")
                .endsWith("Until January 15, 2027.");
    }

    @ParameterizedTest
    @EnumSource
    void noTextIsMissingAndNoSentenceIsLong(ConsentGiver by) {
        for (Locale locale : List.of(SPANISH, Locale.ENGLISH)) {
            String text = read(locale, terms(by, null, "node", "region"));
            assertThat(text).doesNotContain("consent-text-", "{");
            assertThat(Arrays.stream(text.split("[.:\\n]"))
                            .map(sentence -> sentence.strip().split("\\s+").length))
                    .allMatch(words -> words <= LONGEST_SENTENCE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gtm-igm-form-7", "puente-consent-1"})
    void formsOfInstitutionsAndOurTextAreKnown(String version) {
        assertThat(ConsentText.isUnknown(version)).isFalse();
    }

    @Test
    void aTextOfOursThatThereIsNotIsUnknown() {
        assertThat(ConsentText.isUnknown("puente-consent-99")).isTrue();
    }

    /** What a centre read offline, from the text of then, is sent after the text has changed. */
    @Test
    void anEarlierTextOfOursStaysKnown() {
        Set<String> published = Set.of("puente-consent-1", "puente-consent-2", "puente-consent-3");

        assertThat(published).noneMatch(version -> ConsentText.isUnknown(version, published));
        assertThat(ConsentText.isUnknown("puente-consent-4", published)).isTrue();
    }

    /** Who publishes a text adds it here; none is ever taken out. */
    @Test
    void everyTextThatWasPublishedIsKnown() {
        assertThat(ConsentText.PUBLISHED)
                .containsExactlyInAnyOrder("puente-consent-1")
                .contains(ConsentText.VERSION);
        assertThat(ConsentText.PUBLISHED).noneMatch(ConsentText::isUnknown);
    }

    /** Whoever changes the words changes the version, and then the digest here: consents record which text was read. */
    @Test
    void aTextThatSaysSomethingElseHasAnotherVersion() throws Exception {
        List<String> words = new ArrayList<>();
        for (Locale locale : List.of(SPANISH, Locale.ENGLISH)) {
            ResourceBundle texts = ResourceBundle.getBundle(
                    "texts",
                    locale,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            new TreeSet<>(texts.keySet())
                    .stream()
                            .filter(key -> key.startsWith("consent-text-"))
                            .forEach(key -> words.add(key + "=" + texts.getString(key)));
        }
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(String.join("\n", words).getBytes(StandardCharsets.UTF_8));
        assertThat(ConsentText.VERSION + " " + HexFormat.of().formatHex(digest).substring(0, 16))
                .isEqualTo("puente-consent-1 9f27b01eb6eb7f03");
    }
}
