/** Follow-up of returned people: who is visited when and by whom, and what the visits show. */
package org.puente.followup;
