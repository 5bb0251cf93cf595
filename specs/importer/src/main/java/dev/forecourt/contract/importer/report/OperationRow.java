package dev.forecourt.contract.importer.report;

import org.jspecify.annotations.Nullable;

/**
 * One operation of the contract, as a row of {@code REPORT.md}.
 *
 * @param method upper-case, such as {@code GET}
 * @param path as in the contract
 * @param operationId its name in client and stub
 * @param tag the service of the client that has it
 * @param paging style of its paging; null if it has none
 * @param role what it does by convention to a collection, such as {@code list}; null if the stub
 *     answers from examples
 * @param withoutPact why the general test writes no interaction of it; null if it writes one
 */
public record OperationRow(
    String method,
    String path,
    String operationId,
    String tag,
    @Nullable String paging,
    @Nullable String role,
    @Nullable String withoutPact) {}
