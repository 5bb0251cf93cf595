package dev.forecourt.livecheck;

/**
 * What a counter counts.
 *
 * @param operation operation of the contract; empty if the contract has none for the request
 * @param rule kind of difference, such as {@code response.body} or {@code response.status}
 */
public record Kind(String operation, String rule) {}
