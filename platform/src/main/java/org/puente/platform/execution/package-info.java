/** Where work runs: long work on a worker thread, work that no caller waits for on a context of its own. */
package org.puente.platform.execution;
