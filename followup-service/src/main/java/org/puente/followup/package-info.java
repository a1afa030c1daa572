/** Follow-up of returned people: the plan of visits, who visits, and what the visits show. */
package org.puente.followup;
