package org.puente.referral.dossiers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.puente.contracts.DossierField;
import org.puente.contracts.DossierId;
import org.puente.platform.ids.KeyedIds;
import org.puente.platform.json.Json;

/**
 * Marks of the values that were sealed to a recipient, kept in place of the values. They show later
 * whether the owner has amended a field since. They are keyed, and differ between dossiers, so that
 * nobody learns a value by trying, or finds two people with the same one. How a person is contacted safely
 * goes with the fields by which they are reached, so it is part of those marks.
 */
@ApplicationScoped
public class ValueMarks {
    /** The number of a family's known members, which changes without an amendment by the owner. */
    private static final String SIZE = "size";

    private final KeyedIds ids;

    ValueMarks(KeyedIds ids) {
        this.ids = ids;
    }

    /**
     * @param dossier the one in which the fields are sealed
     * @return as JSON, by the codes of the fields
     */
    public String of(DossierId dossier, ObjectNode contents, Fields sent) {
        Map<String, UUID> marks = new TreeMap<>();
        sent.all().forEach(field -> marks.put(field.code(), mark(dossier, contents, field)));
        return Json.write(marks);
    }

    /** The sent fields whose value is still the same; none where the marks are not known. */
    public Fields unchanged(SentValues sent, ObjectNode current) {
        if (sent.marks() == null) {
            return Fields.NONE;
        }
        JsonNode marks = Json.read(sent.marks(), JsonNode.class);
        Set<DossierField> same = EnumSet.noneOf(DossierField.class);
        for (DossierField field : DossierField.values()) {
            String mark = marks.path(field.code()).asText();
            if (mark.equals(mark(sent.dossier(), current, field).toString())) {
                same.add(field);
            }
        }
        return new Fields(same);
    }

    private UUID mark(DossierId dossier, ObjectNode contents, DossierField field) {
        JsonNode value = contents.path(Dossiers.key(contents, field));
        if (field == DossierField.SKILLS && Dossiers.SKILLS_TOO.stream().anyMatch(contents::hasNonNull)
                || Dossiers.reachesPerson(contents, field) && contents.hasNonNull(DossierField.SAFE_CONTACT)) {
            value = Dossiers.select(contents, List.of(field));
        }
        if (field == DossierField.HOUSEHOLD) {
            value = withoutSize(value);
        }
        return ids.of("sent", dossier, field.code(), value);
    }

    private static JsonNode withoutSize(JsonNode value) {
        JsonNode copy = value.deepCopy();
        JsonNode household = copy.has(DossierField.HOUSEHOLD.code()) ? copy.path(DossierField.HOUSEHOLD.code()) : copy;
        if (household instanceof ObjectNode object) {
            object.remove(SIZE);
        }
        return copy;
    }
}
