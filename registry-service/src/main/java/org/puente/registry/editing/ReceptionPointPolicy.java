package org.puente.registry.editing;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReceptionPointId;
import org.puente.platform.problems.FieldError;
import org.puente.registry.forms.InstitutionForm;

/**
 * Intake identifies a point by its id, so two institutions of a node can't have the same point.
 * Points of a withdrawn institution may be taken over; ids of other nodes may not be used.
 */
final class ReceptionPointPolicy {
    private ReceptionPointPolicy() {}

    /**
     * @param id of the institution that the form is of
     * @param published the node's institutions
     * @return the points that another institution of the node has
     */
    static List<FieldError> taken(InstitutionForm form, InstitutionId id, List<InstitutionPublished> published) {
        Set<String> others = published.stream()
                .filter(other -> !other.institution().equals(id))
                .filter(other -> other.status() != DirectoryStatus.WITHDRAWN)
                .flatMap(other -> other.receptionPoints().stream())
                .map(point -> point.id().value())
                .collect(Collectors.toSet());
        return faults(form, others::contains);
    }

    /**
     * @return the points whose ids belong to another node
     */
    static List<FieldError> foreign(InstitutionForm form, NodeId own, Set<NodeId> nodes) {
        return faults(form, point -> !own.owns(new ReceptionPointId(point), nodes));
    }

    private static List<FieldError> faults(InstitutionForm form, Predicate<String> ofAnother) {
        List<InstitutionForm.Point> points = form.receptionPoints() == null ? List.of() : form.receptionPoints();
        return IntStream.range(0, points.size())
                .filter(i -> ofAnother.test(points.get(i).id()))
                .mapToObj(i -> FieldError.of("/receptionPoints/" + i + "/id", "point-of-another"))
                .toList();
    }
}
