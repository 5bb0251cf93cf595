package dev.forecourt.verifier.traffic;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at, and how much is shown.
 *
 * @param vendor the only vendor to look for; null for all
 * @param specs folder of the contracts' sources, for files and lines; null if they are not there
 * @param showValues shows values as they are, but never secrets
 * @param never lists what never came, instead of counting it
 * @param reviewed list of drift that is wanted; null for none
 */
public record TrafficOptions(
    @Nullable String vendor,
    @Nullable Path specs,
    boolean showValues,
    boolean never,
    @Nullable Path reviewed) {}
