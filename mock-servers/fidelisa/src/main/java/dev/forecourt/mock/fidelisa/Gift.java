package dev.forecourt.mock.fidelisa;

/**
 * Something that a shop gives for points.
 *
 * @param program whose card it is taken from
 * @param cost points it takes; no operation tells it
 */
record Gift(String shop, String uuid, String title, String program, long cost) {}
