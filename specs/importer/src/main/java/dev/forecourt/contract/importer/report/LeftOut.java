package dev.forecourt.contract.importer.report;

/**
 * A construct of the vendor's file that the contract does not have, or has in a weaker form.
 *
 * @param place where in the file, as a JSON pointer
 * @param what the construct
 * @param reason why it cannot stay
 * @param effect what client and stub do without it
 */
public record LeftOut(String place, String what, String reason, String effect) {}
