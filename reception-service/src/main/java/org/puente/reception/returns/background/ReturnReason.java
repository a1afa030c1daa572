package org.puente.reception.returns.background;

import org.puente.contracts.Code;

/**
 * Why a person came back, in their own view. The list is ours: the sources ask for the causes of
 * migration, and name no reasons of return.
 */
public enum ReturnReason implements Code {
    SENT_BACK,
    FAMILY,
    OWN_HEALTH,
    NO_WORK,
    GOAL_REACHED,
    DISCRIMINATION,
    VIOLENCE_THERE,
    OTHER
}
