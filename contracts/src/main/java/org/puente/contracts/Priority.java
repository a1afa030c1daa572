package org.puente.contracts;

/** How soon an answer is needed; {@link AnswerWithin} gives the time. */
public enum Priority implements Code {
    EMERGENCY,
    URGENT,
    NORMAL
}
