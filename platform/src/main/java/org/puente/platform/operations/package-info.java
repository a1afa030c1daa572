/** What operators watch: the backlog, the broker, the clocks that fail. */
package org.puente.platform.operations;
