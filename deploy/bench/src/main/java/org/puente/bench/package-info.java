/** Measures what matters beside a peer or a limit, in the same run on the same machine. */
package org.puente.bench;
