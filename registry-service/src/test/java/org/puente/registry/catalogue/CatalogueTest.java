package org.puente.registry.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.NodeId;
import org.puente.registry.catalogue.InitialCatalogue.Entry;
import org.puente.registry.forms.InstitutionForm;
import org.puente.registry.forms.OfferForm;

class CatalogueTest {
    private final Catalogue catalogue = Catalogue.read(Optional.empty());

    private List<Entry> partOf(String node) {
        return catalogue.partOf(new NodeId(node), Catalogue.englishNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"slv", "gtm", "hnd", "mex"})
    void givesANodeNothingOfAnother(String node) {
        assertThat(partOf(node))
                .extracting(entry -> entry.place().node().value())
                .containsOnly(node);
    }

    @ParameterizedTest
    @ValueSource(strings = {"slv", "gtm", "hnd", "mex"})
    void holdsOnlyEntriesThatAnEditorCouldWriteToo(String node) {
        assertThat(partOf(node))
                .allSatisfy(entry -> assertThat(entry.form().faults(new NodeId(node), LocalDate.EPOCH))
                        .isEmpty());
    }

    @Test
    void leavesNothingOut() {
        long entries = catalogue.nodes().stream()
                .mapToLong(n -> partOf(n.id().value()).size())
                .sum();
        assertThat(entries)
                .isEqualTo(catalogue.institutions().size() + catalogue.offers().size());
    }

    @Test
    void namesEveryOfferInEnglishToo() {
        assertThat(Catalogue.englishNames().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        catalogue.offers().stream().map(Catalogue.Offer::id).toList());
    }

    @Test
    void givesAnInstitutionItsReceptionPoints() {
        assertThat(form("gtm", "gtm-igm", InstitutionForm.class).receptionPoints())
                .extracting(InstitutionForm.Point::id)
                .containsExactly("gtm-fag", "gtm-tecun-uman", "gtm-quetzaltenango");
    }

    @Test
    void countsAShelterInBeds() {
        assertThat(form("slv", "slv-casa-acogida", OfferForm.class)
                        .capacity()
                        .unit()
                        .code())
                .isEqualTo("beds");
    }

    @Test
    void explainsWhatToDoForANodeThatItDoesNotKnow() {
        assertThatThrownBy(() -> catalogue.country(new NodeId("cri"))).hasMessageContaining("puente.catalogue");
    }

    private <F> F form(String node, String id, Class<F> type) {
        return partOf(node).stream()
                .filter(entry -> entry.place().id().equals(id))
                .map(entry -> type.cast(entry.form()))
                .findFirst()
                .orElseThrow();
    }
}
