/** Questionnaires as versioned data, and the scores of their answers. */
package org.puente.followup.instruments;
