package dev.forecourt.mock.fidelisa;

/** A shop that a provider has initialised. */
record Link(String provider, String shop) {}
