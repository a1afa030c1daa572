package org.puente.followup.cases;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When a follow-up can be done.
 *
 * @param opensAt from when a visit counts for it
 * @param dueOn the day of {@code dueAt} on the node's calendar
 * @param closesAt when it is missed
 */
record Times(Instant opensAt, Instant dueAt, LocalDate dueOn, Instant closesAt) {}
