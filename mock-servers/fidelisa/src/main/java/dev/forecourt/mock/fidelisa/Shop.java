package dev.forecourt.mock.fidelisa;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shop with an account at Fidelisa.
 *
 * @param categories the names of its nine subtotals, null for those it does not use
 * @param linked whether it is linked to each provider from the start
 */
record Shop(
    String uuid,
    String key,
    String title,
    String userEmail,
    boolean linked,
    List<@Nullable String> categories) {}
