package dev.forecourt.livecheck;

/**
 * One difference between an answer and the contract, reported when it shows for the first time.
 *
 * @param vendor id of the vendor
 * @param operation operation of the contract; empty if the contract has none for the request
 * @param text the difference and its place in the contract, without anybody's values
 */
public record Finding(String vendor, String operation, String text) {}
