package org.puente.registry.upkeep;

import org.puente.contracts.DirectoryStatus;

/**
 * A document and its present state.
 *
 * @param status in force today
 * @param created whether the present request has created the document
 */
record StoredDocument(Document document, DirectoryStatus status, boolean created) {}
