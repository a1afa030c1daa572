/** Text that people type and read. */
package org.puente.platform.text;
