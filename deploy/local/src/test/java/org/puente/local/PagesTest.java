package org.puente.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the repository's pages and comments point to is there. */
class PagesTest {
    private static final Path ROOT = Path.of(System.getProperty("puente.home"));
    private static final Pages PAGES = Pages.of(ROOT);

    /** A link within the repository: a path, an anchor, or both. */
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:\\s]*)(?:#([^)\\s]+))?\\)");

    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern PAGE = Pattern.compile("(?<![\\w./-])\\w[\\w./-]*\\.md\\b");
    private static final Pattern DECISION = Pattern.compile("\\bADR (\\d{3})\\b");
    private static final Pattern CODE = Pattern.compile("`([A-Z]\\w+)((?:\\.\\w+)*)`");

    @Test
    void everyLinkLeadsToAPage() {
        assertThat(PAGES.broken(".md", LINK, PagesTest::leads)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".md", ".java", ".properties"})
    void everyPageThatIsMentionedIsThere(String kind) {
        assertThat(PAGES.broken(kind, PAGE, PagesTest::isThere)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".md", ".java", ".properties"})
    void everyDecisionThatIsMentionedIsThere(String kind) {
        assertThat(PAGES.broken(kind, DECISION, PagesTest::isTaken)).isEmpty();
    }

    /** Its members too, as in {@code Outbox.add}: the class's file must have the word. */
    @ParameterizedTest
    @ValueSource(strings = {"docs/architecture.md", "docs/glossary.md"})
    void everyClassThatThePageNamesIsThere(String page) {
        assertThat(PAGES.broken(page, CODE, PagesTest::isCode)).isEmpty();
    }

    private static boolean leads(Path in, MatchResult link) {
        Path to = link.group(1).isEmpty() ? in : in.resolveSibling(link.group(1));
        return Files.exists(to)
                && (link.group(2) == null
                        || HEADING.matcher(Pages.text(to))
                                .results()
                                .anyMatch(heading -> anchor(heading).equals(link.group(2))));
    }

    /** As forges make it: small letters, hyphens between words, no other signs. */
    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static boolean isThere(Path in, MatchResult page) {
        return Stream.of(in.getParent(), ROOT, ROOT.resolve("docs"))
                .anyMatch(from -> Files.exists(from.resolve(page.group())));
    }

    private static boolean isTaken(Path in, MatchResult decision) {
        return PAGES.named(".md").stream()
                .anyMatch(page -> page.toString().contains("/adr/" + decision.group(1) + "-"));
    }

    private static boolean isCode(Path in, MatchResult code) {
        String[] members = code.group(2).split("\\.");
        return code.group().endsWith(".md`")
                || PAGES.named("/" + code.group(1) + ".java").stream()
                        .map(Pages::text)
                        .anyMatch(text -> Stream.of(members).allMatch(text::contains));
    }
}
