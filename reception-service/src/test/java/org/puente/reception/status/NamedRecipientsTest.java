package org.puente.reception.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.puente.reception.RegistrationForm;

/**
 * Whom the page names among those whom a person agreed to: whoever finds the paper and guesses a year must not find a
 * shelter, also not one whose offer has ended or has not come yet.
 */
@QuarkusTest
class NamedRecipientsTest extends StatusTest {
    private static final String NAME = "Casa Segura";

    private final String institution = "hnd-" + UUID.randomUUID().toString().substring(0, 8);

    /** What the directory has of an institution's offers. */
    enum Offers {
        NONE(false),
        OPEN(true, false),
        SEVERAL_OPEN(true, false, false),
        RESTRICTED(false, true),
        OPEN_AND_RESTRICTED(false, false, true);

        private final boolean isNamed;
        private final boolean[] restricted;

        Offers(boolean isNamed, boolean... restricted) {
            this.isNamed = isNamed;
            this.restricted = restricted;
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesWhoHasOpenOffersAlone(Offers offers) {
        directoryHas(offers);

        String status = statusOfWhoAgreed();

        assertThat(status.contains(NAME)).isEqualTo(offers.isNamed);
        assertThat(status.contains("otra institución")).isEqualTo(!offers.isNamed);
        assertThat(status).doesNotContain(institution);
    }

    /** As after the withdrawal of an offer, which its registry ends by a tombstone. */
    @ParameterizedTest
    @EnumSource(
            value = Offers.class,
            names = {"OPEN", "RESTRICTED"})
    void namesNobodyWhoseOffersAreGone(Offers offers) {
        directoryHas(offers);
        theOffersAreGone();

        assertThat(statusOfWhoAgreed()).doesNotContain(NAME);
    }

    @AfterEach
    void theOffersAreGone() {
        execute("delete from directory_offer where institution = '" + institution + "'");
    }

    private void directoryHas(Offers offers) {
        execute("""
                insert into directory_institution
                    (node, id, own, name, status, reception_points, point_names, mandates, updated_at)
                values ('hnd', '%s', false, '%s', 'active', '[]', '{}', '[]', now())
                """.formatted(institution, NAME));
        for (boolean restricted : offers.restricted) {
            execute("""
                    insert into directory_offer (node, id, institution, name, category, restricted, updated_at)
                    values ('hnd', 'hnd-%s', '%s', '{"es": "Albergue"}', 'shelter', %s, now())
                    """.formatted(UUID.randomUUID(), institution, restricted));
        }
    }

    private String statusOfWhoAgreed() {
        RegistrationForm form = RegistrationForm.filled().with("/consent/scope", "['" + institution + "']");
        return ask(registered(form).code(), BORN).asString();
    }
}
