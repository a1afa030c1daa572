package org.puente.followup.cases;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The times of a follow-up.
 *
 * @param opensAt from when a visit counts for the follow-up
 * @param dueOn the day of {@code dueAt} by the node's calendar
 * @param closesAt when the follow-up is missed
 */
record Times(Instant opensAt, Instant dueAt, LocalDate dueOn, Instant closesAt) {}
