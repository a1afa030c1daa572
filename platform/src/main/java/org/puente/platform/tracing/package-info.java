/**
 * Traces: the W3C context that requests and facts hand on, and the spans that are exported by
 * OpenTelemetry where an operator names a receiver. Nothing that identifies a person gets into one.
 */
package org.puente.platform.tracing;
