package dev.forecourt.mock.fidelisa;

/** Points given by hand. */
record Correction(String customer, String card, long points) {}
