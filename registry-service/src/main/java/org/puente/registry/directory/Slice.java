package org.puente.registry.directory;

/** Which rows of a list are asked for. */
public record Slice(int offset, int limit) {}
