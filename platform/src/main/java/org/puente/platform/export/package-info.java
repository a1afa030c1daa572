/** What a service holds of a person, for the person: each service gives its own part (ADR 047). */
package org.puente.platform.export;
