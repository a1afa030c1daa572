package org.puente.reporting.indicators;

import static org.puente.reporting.indicators.Breakdown.of;
import static org.puente.reporting.indicators.Breakdown.ofPerson;

import java.util.List;

/** The breakdowns of each relation. */
final class Breakdowns {
    static final List<Breakdown> OF_RETURNS = List.of(
            of("node", "f.node"),
            of("institution", "f.institution"),
            of("receptionPoint", "f.reception_point"),
            of("sex", "f.sex"),
            of("ageGroup", "f.age_group"),
            of("nationality", "f.nationality"),
            of("returnedFrom", "f.returned_from"),
            of("will", "f.will"),
            of("assistance", "f.assistance"),
            of("legalBasis", "f.legal_basis"));

    static final List<Breakdown> OF_REFERRALS = List.of(
            of("status", "f.status"),
            of("priority", "f.priority"),
            of("dimension", "f.dimension"),
            of("category", "f.category"),
            of("fromNode", "f.from_node"),
            of("fromInstitution", "f.from_institution"),
            of("toNode", "f.to_node"),
            of("toInstitution", "f.to_institution"),
            of("crossBorder", "case when f.from_node = f.to_node then 'no' else 'yes' end"),
            ofPerson("sex", "person.sex"),
            ofPerson("ageGroup", "person.age_group"));

    static final List<Breakdown> OF_ANSWERS = List.of(
            of("toNode", "f.to_node"),
            of("toInstitution", "f.to_institution"),
            of("priority", "f.priority"),
            of("dimension", "f.dimension"),
            of("category", "f.category"));

    static final List<Breakdown> OF_SERVICES = List.of(
            of("level", "f.service_level"),
            of("dimension", "f.service_dimension"),
            of("category", "f.service_category"),
            of("outcome", "f.outcome"),
            of("node", "f.to_node"),
            of("institution", "f.to_institution"),
            ofPerson("sex", "person.sex"),
            ofPerson("ageGroup", "person.age_group"));

    static final List<Breakdown> OF_FOLLOWUPS = List.of(
            of("status", "f.status"),
            of("kind", "f.kind"),
            of("outcome", "f.outcome"),
            of("node", "f.node"),
            of("institution", "f.institution"),
            ofPerson("sex", "person.sex"),
            ofPerson("ageGroup", "person.age_group"));

    static final List<Breakdown> OF_RECEPTION = List.of(
            of("node", "f.node"),
            of("institution", "f.institution"),
            of("receptionPoint", "f.reception_point"),
            of("returnedFrom", "f.returned_from"),
            of("sex", "f.sex"),
            of("ageGroup", "f.age_group"));

    static final List<Breakdown> OF_HELP = List.of(
            of("kind", "f.kind"),
            of("node", "f.node"),
            of("institution", "f.institution"),
            of("receptionPoint", "f.reception_point"),
            ofPerson("sex", "person.sex"),
            ofPerson("ageGroup", "person.age_group"));

    private Breakdowns() {}
}
