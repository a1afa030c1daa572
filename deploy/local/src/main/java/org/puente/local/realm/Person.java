package org.puente.local.realm;

import java.util.List;
import java.util.stream.Stream;

/**
 * Someone who uses the pages. The node "region" stands for all nodes.
 *
 * @param name of the user; locally the password too
 */
record Person(String name, String givenName, String familyName, String node, List<String> roles) {

    /** Those of a local region with these institutions: a node that {@link #LOCAL} has no operator of gets one. */
    static List<Person> of(List<Institution> institutions) {
        Stream<Person> more = institutions.stream()
                .map(Institution::node)
                .distinct()
                .filter(node -> LOCAL.stream().noneMatch(person -> person.node.equals(node)))
                .map(node -> new Person("operator-" + node, "Olivia", "Operadora", node, List.of("operator")));
        return Stream.concat(LOCAL.stream(), more).toList();
    }

    /** Those of the local region (deploy/keycloak/README.md). */
    private static final List<Person> LOCAL = List.of(
            new Person("operator", "Olga", "Operadora", "region", List.of("operator")),
            new Person("operator-slv", "Oscar", "Operador", "slv", List.of("operator")),
            new Person("operator-gtm", "Gabriela", "Operadora", "gtm", List.of("operator")),
            new Person("operator-hnd", "Héctor", "Operador", "hnd", List.of("operator")),
            new Person("operator-mex", "Marta", "Operadora", "mex", List.of("operator")),
            new Person("secretaria", "Sofía", "Secretaria", "region", List.of("secretariat")),
            new Person("auditor", "Augusto", "Auditor", "region", List.of("auditor")));
}
