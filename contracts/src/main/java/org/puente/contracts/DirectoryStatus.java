package org.puente.contracts;

/**
 * Whether an entry of the directory may be used. A withdrawn entry stays, so that old facts can be
 * read.
 */
public enum DirectoryStatus implements Code {
    ACTIVE,
    PAUSED,
    WITHDRAWN
}
