package org.puente.contracts;

/**
 * One coordinate of an indicator's cell, e.g. {@code sex} = {@code F}.
 *
 * @param by slug of what it is broken down by
 * @param value code, slug or area
 */
public record Breakdown(String by, String value) {
    public Breakdown {
        Shape.SLUG.require("by", by);
        Shape.CELL.require("value", value);
    }
}
