package org.puente.reception.certificates;

import java.time.LocalDate;

/**
 * What stands on the paper.
 *
 * @param code as it is printed
 * @param statement what the QR code holds
 * @param statusCode null if it can no longer be printed
 * @param address where people reach the service, without a slash at the end; null if not known
 */
record Paper(
        PrintedData data,
        LocalDate returnedOn,
        LocalDate validUntil,
        String code,
        String statement,
        String statusCode,
        String address) {
    @Override
    public String toString() {
        return "Paper[…]";
    }
}
