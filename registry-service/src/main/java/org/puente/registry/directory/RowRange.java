package org.puente.registry.directory;

/** The requested rows of a list. */
public record RowRange(int offset, int limit) {}
