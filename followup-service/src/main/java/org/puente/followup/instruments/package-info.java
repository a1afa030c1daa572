/** Questionnaires as versioned data, and the scores that answers to them give. */
package org.puente.followup.instruments;
