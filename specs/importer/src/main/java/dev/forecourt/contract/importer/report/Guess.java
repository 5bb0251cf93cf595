package dev.forecourt.contract.importer.report;

/**
 * Something that the vendor's file does not say and that was concluded from it.
 *
 * @param place where in the contract, such as {@code GET /pets} or {@code the document}
 * @param what what is assumed
 * @param reason what it follows from
 * @param flag the option that changes it, such as {@code --auth bearer}
 */
public record Guess(String place, String what, String reason, String flag) {}
