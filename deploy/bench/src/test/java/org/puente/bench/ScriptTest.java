package org.puente.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final String CASE = "0199f000-1234-7abc-89de-0123456789ab";
    private static final String HASH = "0123456789abcdef".repeat(4);

    private static Script script(String sql, String... values) {
        return Script.of(List.of(new Recording.Statement(sql, Arrays.asList(values))));
    }

    @Test
    void keepsValuesThatAreTheSameEachTime() {
        Script script = script("insert into t values ($1, $2)", "gtm-fag", null);

        assertThat(script.statements()).containsExactly("insert into t values (:v0, null)");
        assertThat(script.constants()).containsEntry("v0", "gtm-fag");
    }

    @Test
    void makesIdsAnew() {
        Script script = script("select $1", CASE);

        assertThat(script.statements().getFirst())
                .isEqualTo("select cast(concat(lpad(cast(:id as text), 12, '0'),"
                        + " '-7000-8000-000000000000') as uuid)");
    }

    @Test
    void makesHashesAnew() {
        Script script = script("select $1", HASH);

        assertThat(script.statements().getFirst()).contains("md5(").doesNotContain(HASH);
    }

    @Test
    void makesIdsInsideATextAnewAndKeepsTheRest() {
        Script script = script("select $1", "{\"id\": \"" + CASE + "\", \"share\": \"5%\"}");

        assertThat(script.constants().values()).containsExactly("{\"id\": \"%s\", \"share\": \"5%%\"}");
    }

    @Test
    void makesTagsAnewAndKeepsOtherNumbers() {
        Script script =
                script("select $1", "{\"tags\":[-9012345678901234567,123456789012345678],\"phone\":\"+50499887766\"}");

        assertThat(script.constants().values()).containsExactly("{\"tags\":[%s,%s],\"phone\":\"+50499887766\"}");
    }

    @Test
    void givesOneIdTheSameNewOneWhereverItStands() {
        Script script = Script.of(List.of(
                new Recording.Statement("select $1", List.of(CASE)),
                new Recording.Statement("select $1 or $1", List.of(CASE))));

        String once = script.statements().getFirst().substring("select ".length());
        assertThat(script.statements().getLast()).isEqualTo("select " + once + " or " + once);
    }

    @Test
    void runsAsOneTransaction() {
        assertThat(script("select 1").forPgbench()).isEqualTo("""
            \\set n :n + 1
            \\set id :first + :n * 1000 + :client_id
            begin;
            select 1;
            commit;
            """);
    }
}
