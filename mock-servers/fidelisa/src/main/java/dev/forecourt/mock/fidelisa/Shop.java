package dev.forecourt.mock.fidelisa;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shop with an account at Fidelisa.
 *
 * @param categories the names of its nine subtotals, null for those it does not use
 */
record Shop(
    String uuid, String key, String title, String userEmail, List<@Nullable String> categories) {}
