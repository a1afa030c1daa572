package org.puente.registry.directory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The conditions of a list of the directory; all of them must be met.
 *
 * @param words each word must be found in the entry or in its institution; capitals and accents
 *     don't matter
 * @param institution stable id; null for all
 * @param terms an offer must have all of them
 * @param modifiedAfter only entries that changed here at that time or later; null for all
 */
public record DirectoryFilter(List<String> words, UUID institution, List<Term> terms, Instant modifiedAfter) {}
