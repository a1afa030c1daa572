/** What a service that says hello needs to start. */
package org.puente.hello;
