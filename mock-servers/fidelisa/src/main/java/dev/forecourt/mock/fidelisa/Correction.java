package dev.forecourt.mock.fidelisa;

/** Points given by hand; no operation shows them, the state does. */
record Correction(long number, String shop, String customer, String card, long points) {}
