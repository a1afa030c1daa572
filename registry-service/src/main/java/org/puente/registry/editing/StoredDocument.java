package org.puente.registry.editing;

import org.puente.contracts.DirectoryStatus;
import org.puente.registry.documents.Document;

/**
 * A document and its present state.
 *
 * @param status in force today
 * @param created whether the present request has created the document
 */
record StoredDocument(Document document, DirectoryStatus status, boolean created) {}
