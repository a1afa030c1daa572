/** Many returns in one request, from a system or a spreadsheet: each row is registered or refused by itself. */
package org.puente.reception.returns.batches;
