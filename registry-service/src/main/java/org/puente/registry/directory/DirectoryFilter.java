package org.puente.registry.directory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a list of the directory is narrowed to; all conditions hold together.
 *
 * @param words each must be found in an entry, or in whose it is; capitals and accents don't matter
 * @param institution stable id; null for all
 * @param terms of which an offer must have all
 * @param modifiedAfter only what has changed here at that time or later; null for all
 */
public record DirectoryFilter(List<String> words, UUID institution, List<Term> terms, Instant modifiedAfter) {}
