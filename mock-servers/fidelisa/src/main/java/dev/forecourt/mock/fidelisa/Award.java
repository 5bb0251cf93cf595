package dev.forecourt.mock.fidelisa;

/** A gift that a customer took, and the card that gave the points, by their codes. */
record Award(String gift, String card) {}
