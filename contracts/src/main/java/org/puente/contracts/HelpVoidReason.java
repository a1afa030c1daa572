package org.puente.contracts;

/** Why an entry of help doesn't count. */
public enum HelpVoidReason implements Code {
    NOT_GIVEN,
    WRONG_PERSON,
    WRONG_KIND,
    WRONG_TIME,
    DUPLICATE,
    OTHER
}
