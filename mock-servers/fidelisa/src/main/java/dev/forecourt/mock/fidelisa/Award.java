package dev.forecourt.mock.fidelisa;

/** A gift that a customer took, and the card that gave the points. */
record Award(Gift gift, String card) {}
