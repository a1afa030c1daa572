package org.puente.referral.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierField;
import org.puente.platform.json.Json;
import org.puente.referral.OfferStates;
import org.puente.referral.RegionFacts;
import org.puente.referral.dossiers.Fields;

/** What goes of a dossier is never more than may be sent. That nothing else is sealed: {@link SealedAsShownTest}. */
class FieldChoiceLawsTest {
    private static final Set<String> APPROVED = Set.of("shelter");

    /** Everything that a dossier may hold, and something that no field names. */
    private static final List<String> KEYS = Stream.concat(
                    Stream.of(DossierField.values()).map(DossierField::code),
                    Stream.of("ageYears", "work", "studies", "returnConditions"))
            .toList();

    /** One case: a dossier, an offer, what the institution may send, and whether a consent covers it. */
    record Situation(ObjectNode whole, OfferPublished offer, Fields allowed, boolean covered) {
        FieldChoice choice() {
            return FieldChoice.of(whole, offer, covered, allowed, APPROVED);
        }
    }

    @Provide
    Arbitrary<Situation> situations() {
        Arbitrary<ObjectNode> dossiers = Arbitraries.maps(Arbitraries.of(KEYS), Arbitraries.of("", " ", "x", "Ana"))
                .map(values -> {
                    ObjectNode dossier = Json.mapper().createObjectNode();
                    values.forEach(dossier::put);
                    return dossier;
                });
        Arbitrary<List<DossierField>> fields =
                Arbitraries.of(DossierField.values()).list().ofMaxSize(16);
        Arbitrary<OfferPublished> offers = Combinators.combine(
                        fields, Arbitraries.of("shelter", "employment"), Arbitraries.of(true, false))
                .as((needs, category, restricted) -> {
                    OfferPublished offer = RegionFacts.offer(
                            "hnd-x", category, null, Duration.ofDays(1), needs.toArray(DossierField[]::new));
                    return restricted ? OfferStates.restricted(offer) : offer;
                });
        return Combinators.combine(
                        dossiers,
                        offers,
                        fields.map(all -> new Fields(Set.copyOf(new HashSet<>(all)))),
                        Arbitraries.of(true, true, false))
                .as(Situation::new);
    }

    @Property
    void nothingGoesThatTheOfferDoesNotAskFor(@ForAll("situations") Situation of) {
        of.choice()
                .of(of.whole())
                .fieldNames()
                .forEachRemaining(name -> assertThat(of.offer().needsFields()).contains(field(name)));
    }

    @Property
    void nothingGoesThatMayNotBeSent(@ForAll("situations") Situation of) {
        ObjectNode shown = of.choice().of(of.whole());
        shown.fieldNames()
                .forEachRemaining(
                        name -> assertThat(of.allowed().has(field(name))).isTrue());
        assertThat(of.covered() || shown.isEmpty()).isTrue();
    }

    @Property
    void whatIsMostSensitiveGoesToRestrictedOffersOfApprovedCategoriesAlone(@ForAll("situations") Situation of) {
        if (of.choice().of(of.whole()).has("restricted")) {
            assertThat(of.offer().restricted()).isTrue();
            assertThat(APPROVED).contains(of.offer().category());
        }
    }

    @Property
    void theValuesAreThoseOfTheDossier(@ForAll("situations") Situation of) {
        of.choice()
                .of(of.whole())
                .fields()
                .forEachRemaining(field ->
                        assertThat(field.getValue()).isEqualTo(of.whole().get(field.getKey())));
    }

    @Property
    void eachNeededFieldGoesIsMissingOrIsLeftOut(@ForAll("situations") Situation of) {
        FieldChoice choice = of.choice();
        List<DossierField> all = Stream.of(
                        choice.going(),
                        choice.missing(),
                        choice.leftOut().stream()
                                .map(FieldChoice.LeftOut::field)
                                .toList())
                .flatMap(List::stream)
                .toList();
        assertThat(all)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        of.offer().needsFields().stream().collect(Collectors.toSet()));
    }

    /** The field under which an offer asks for a member of a dossier. */
    private static DossierField field(String name) {
        return switch (name) {
            case "ageYears" -> DossierField.BIRTH_DATE;
            case "work", "studies" -> DossierField.SKILLS;
            default ->
                Stream.of(DossierField.values())
                        .filter(field -> field.code().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(name + " is no field that an offer can ask for"));
        };
    }
}
