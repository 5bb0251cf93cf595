package dev.forecourt.verifier.diff;

import java.util.List;

/**
 * An interaction of a pact that a change of a contract touches.
 *
 * @param consumer who wrote the pact
 * @param interaction its description
 * @param waits whether it is of the newer version and needs the newer contract; else it is of the
 *     older version and the newer contract breaks it
 * @param findings what the other contract does not allow
 */
public record BrokenInteraction(
    String consumer, String interaction, boolean waits, List<String> findings) {}
