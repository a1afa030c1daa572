package org.puente.contracts;

/** How soon an answer is needed; {@link AnswerWithin} says the time. */
public enum Priority implements Code {
    EMERGENCY,
    URGENT,
    NORMAL
}
