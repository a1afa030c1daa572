package org.puente.referral.dossiers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.puente.contracts.DossierField;

/** Fields of a dossier, such as those that a recipient was sent. */
public record Fields(Set<DossierField> all) {
    public static final Fields NONE = new Fields(Set.of());
    public static final Fields ALL = new Fields(EnumSet.allOf(DossierField.class));

    public Fields {
        all = Set.copyOf(all);
    }

    /**
     * The fields of a dossier that are sealed for an offer. An age in place of an unknown birth
     * date does not count: its recipient was not sent a date that became known later.
     */
    public static Fields sealed(ObjectNode dossier, List<DossierField> needed) {
        return new Fields(needed.stream()
                .filter(field -> field != DossierField.BIRTH_DATE || dossier.hasNonNull(field.code()))
                .collect(Collectors.toSet()));
    }

    /** The codes, with commas between. */
    public String text() {
        return codes(Arrays.asList(DossierField.values()), ",");
    }

    private String codes(List<DossierField> order, String between) {
        return order.stream().filter(all::contains).map(DossierField::code).collect(Collectors.joining(between));
    }

    public boolean has(DossierField field) {
        return all.contains(field);
    }

    /** These fields, and the others as well. */
    public Fields plus(Fields others) {
        Set<DossierField> both = EnumSet.noneOf(DossierField.class);
        both.addAll(all);
        both.addAll(others.all);
        return new Fields(both);
    }

    /** The needed fields that are not among these. */
    public List<DossierField> missing(Collection<DossierField> needed) {
        return needed.stream().filter(field -> !all.contains(field)).distinct().toList();
    }
}
