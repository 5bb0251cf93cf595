package dev.forecourt.contract.importer.report;

/**
 * A fault of the vendor's file and what was done about it.
 *
 * @param place where in the file, as a JSON pointer, or file and line
 * @param fault what is wrong there
 * @param repair what the contract says instead
 */
public record Repair(String place, String fault, String repair) {}
