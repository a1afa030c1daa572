package org.puente.registry.forms;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.InstitutionKind;
import org.puente.contracts.Mandate;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReceptionPoint;
import org.puente.contracts.ReceptionPointId;
import org.puente.contracts.ReceptionPointKind;
import org.puente.platform.problems.FieldError;
import org.puente.platform.text.PlainText;

/**
 * An institution as its editor writes it.
 *
 * @param does what the institution does for returned people; null or empty if nothing yet
 * @param receptionPoints where the institution receives people; null or empty if nowhere
 * @param status null means active; only with an active institution are its offers active
 * @param withdrawOn the first day, by the node's calendar, on which it is withdrawn; null if none
 *     is planned
 * @param assuredOn when somebody last assured that the entry is right; null if nobody has
 */
@JsonIgnoreProperties(EntryForm.STATUS_FIELD)
@Schema(requiredProperties = {"name", "kind"})
public record InstitutionForm(
        String name,
        InstitutionKind kind,
        List<Mandate> does,
        List<Point> receptionPoints,
        DirectoryStatus status,
        LocalDate withdrawOn,
        LocalDate assuredOn)
        implements EntryForm {

    public InstitutionForm {
        name = PlainText.of(name);
    }

    /**
     * A place where people are received.
     *
     * @param id begins with the node's id, e.g. {@code gtm-fag}
     */
    @Schema(requiredProperties = {"id", "name", "kind"})
    public record Point(String id, String name, ReceptionPointKind kind) {
        public Point {
            name = PlainText.of(name);
        }

        private void check(Check check, String at, NodeId node) {
            if (check.present(at + "/id", id)) {
                check.slug(at + "/id", id);
                if (!id.startsWith(node + "-")) {
                    check.fault(at + "/id", "id-prefix", node + "-");
                }
            }
            if (check.present(at + "/name", name)) {
                check.name(at + "/name", name);
            }
            check.present(at + "/kind", kind);
        }
    }

    @Override
    public InstitutionForm withdrawn() {
        return new InstitutionForm(name, kind, does, receptionPoints, DirectoryStatus.WITHDRAWN, withdrawOn, assuredOn);
    }

    @Override
    public List<FieldError> faults(NodeId node, LocalDate today) {
        Check check = new Check();
        if (check.present("/name", name)) {
            check.name("/name", name);
        }
        check.present("/kind", kind);
        check.each("/does", does);
        Set<String> ids = new HashSet<>();
        check.each("/receptionPoints", receptionPoints, (at, point) -> {
            point.check(check, at, node);
            if (point.id() != null && !ids.add(point.id())) {
                check.fault(at + "/id", "repeated");
            }
        });
        check.notAfter("/assuredOn", assuredOn, today);
        check.atMostYearsAhead("/withdrawOn", withdrawOn, today);
        return check.faults();
    }

    @Override
    public InstitutionPublished state(Place place, Policy policy, DirectoryStatus inForce, Instant updatedAt) {
        return new InstitutionPublished(
                place.institution(),
                place.node(),
                name,
                kind,
                does,
                receptionPoints == null
                        ? List.of()
                        : receptionPoints.stream()
                                .map(p -> new ReceptionPoint(new ReceptionPointId(p.id()), p.name(), p.kind()))
                                .toList(),
                inForce,
                assuredOn,
                updatedAt);
    }
}
