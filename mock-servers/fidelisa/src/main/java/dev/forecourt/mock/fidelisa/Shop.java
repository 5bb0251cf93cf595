package dev.forecourt.mock.fidelisa;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shop with an account at Fidelisa; its key is with the {@link Accounts}.
 *
 * @param categories the names of its nine subtotals, null for those it does not use
 */
record Shop(String uuid, String title, String userEmail, List<@Nullable String> categories) {}
