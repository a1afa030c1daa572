package org.puente.reporting.indicators;

/**
 * A property by which an indicator can be broken down.
 *
 * @param name as it stands in requests and answers
 * @param sql the column or expression; its null stands for unknown
 * @param needsPerson whether it is a property of the returned person
 */
record Breakdown(String name, String sql, boolean needsPerson) {
    static Breakdown of(String name, String sql) {
        return new Breakdown(name, sql, false);
    }

    static Breakdown ofPerson(String name, String sql) {
        return new Breakdown(name, sql, true);
    }
}
