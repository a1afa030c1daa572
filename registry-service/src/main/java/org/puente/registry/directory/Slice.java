package org.puente.registry.directory;

/** The requested rows of a list. */
public record Slice(int offset, int limit) {}
