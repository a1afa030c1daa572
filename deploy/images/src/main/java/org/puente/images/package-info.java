/** The container images of the services: layers, the cache of the start, the bill of materials beside each. */
package org.puente.images;
