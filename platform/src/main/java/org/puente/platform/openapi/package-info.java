/**
 * What all services' OpenAPI documents have in common: problems, headers, parameters, security, and
 * how codes and ids look on the wire. A new endpoint gets all this without effort.
 */
package org.puente.platform.openapi;
