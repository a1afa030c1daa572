package org.puente.contracts;

/** Why a dossier was erased. */
public enum ErasureReason implements Code {
    CONSENT_WITHDRAWN,
    RETENTION_ENDED,
    SUPERSEDED,
    OTHER
}
