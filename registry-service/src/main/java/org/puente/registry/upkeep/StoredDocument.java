package org.puente.registry.upkeep;

import org.puente.contracts.DirectoryStatus;

/**
 * A document and how it stands.
 *
 * @param status in force today
 * @param created whether the request that is answered has created it
 */
record StoredDocument(Document document, DirectoryStatus status, boolean created) {}
