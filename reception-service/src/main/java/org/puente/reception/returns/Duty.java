package org.puente.reception.returns;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is owed to a person because a rule of protection applies.
 *
 * @param rule code of the rule
 * @param by when it has to be done; the time of the registration means at once
 * @param detail what to do, for people, in the language of the request
 */
@Schema(requiredProperties = {"rule", "by", "detail"})
public record Duty(String rule, Instant by, String detail) {}
