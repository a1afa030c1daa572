package org.puente.registry.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.puente.contracts.CapacityUnit;
import org.puente.contracts.Dimension;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.InstitutionKind;
import org.puente.contracts.Level;
import org.puente.contracts.Mandate;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReceptionPointKind;
import org.puente.platform.json.Json;
import org.puente.registry.catalogue.InitialCatalogue.Entry;
import org.puente.registry.forms.CapacityForm;
import org.puente.registry.forms.EligibilityForm;
import org.puente.registry.forms.EntryForm.Place;
import org.puente.registry.forms.InstitutionForm;
import org.puente.registry.forms.OfferForm;

/** The catalogue ({@code catalogue.json}): the initial directory of a region. */
record Catalogue(
        String about,
        List<Country> nodes,
        List<Institution> institutions,
        List<Point> receptionPoints,
        List<Offer> offers) {

    /**
     * A node of the region.
     *
     * @param country ISO 3166-1 alpha-3
     * @param timezone IANA name
     */
    record Country(NodeId id, String country, String name, String timezone) {}

    record Institution(InstitutionId id, NodeId node, String name, InstitutionKind kind, List<Mandate> does) {}

    record Point(String id, InstitutionId institution, String name, ReceptionPointKind kind) {}

    /** The ignored fields are for readers of the file: number of desks, source, assumptions. */
    @JsonIgnoreProperties({"locations", "source", "assumed"})
    record Offer(
            String id,
            InstitutionId institution,
            String name,
            Level level,
            Dimension dimension,
            String category,
            EligibilityForm eligibility,
            List<String> coverage,
            Integer capacity,
            Boolean restricted) {

        private OfferForm form(Map<String, String> english) {
            return new OfferForm(
                    new OfferForm.Name(name, english.get(id)),
                    level,
                    dimension,
                    category,
                    eligibility,
                    coverage,
                    null,
                    null,
                    null,
                    null,
                    null,
                    capacity == null ? null : new CapacityForm(capacity, unit()),
                    restricted,
                    null,
                    null,
                    null);
        }

        private CapacityUnit unit() {
            return category.equals("shelter") ? CapacityUnit.BEDS : CapacityUnit.PERSONS;
        }
    }

    /**
     * Reads a catalogue.
     *
     * @param file empty for the catalogue of this build
     */
    static Catalogue read(Optional<Path> file) {
        try (InputStream json = file.isPresent()
                ? Files.newInputStream(file.get())
                : Catalogue.class.getResourceAsStream("/catalogue.json")) {
            return Json.mapper().readValue(json, Catalogue.class);
        } catch (IOException e) {
            throw new UncheckedIOException("puente.catalogue can't be read", e);
        }
    }

    /** English names by offer id ({@code catalogue-en.json}). */
    static Map<String, String> englishNames() {
        try (InputStream json = Catalogue.class.getResourceAsStream("/catalogue-en.json")) {
            return Json.mapper().readValue(json, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws IllegalStateException if the catalogue doesn't know the node
     */
    Country country(NodeId node) {
        return nodes.stream()
                .filter(country -> country.id().equals(node))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The catalogue has no node " + node + ". Set puente.catalogue to a file that has it."));
    }

    /** The part of a node: its institutions, then their offers. */
    List<Entry> partOf(NodeId node, Map<String, String> english) {
        List<Institution> own =
                institutions.stream().filter(i -> i.node().equals(node)).toList();
        return Stream.concat(
                        own.stream().map(this::entry),
                        own.stream().flatMap(institution -> offersOf(institution, english)))
                .toList();
    }

    private Entry entry(Institution institution) {
        List<InstitutionForm.Point> points = receptionPoints.stream()
                .filter(point -> point.institution().equals(institution.id()))
                .map(p -> new InstitutionForm.Point(p.id(), p.name(), p.kind()))
                .toList();
        return new Entry(
                place(institution, institution.id().value()),
                new InstitutionForm(
                        institution.name(), institution.kind(), institution.does(), points, null, null, null));
    }

    private Stream<Entry> offersOf(Institution institution, Map<String, String> english) {
        return offers.stream()
                .filter(offer -> offer.institution().equals(institution.id()))
                .map(offer -> new Entry(place(institution, offer.id()), offer.form(english)));
    }

    private static Place place(Institution institution, String id) {
        return new Place(institution.node(), id, institution.id());
    }
}
