package dev.forecourt.mock.fidelisa;

import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param provider code of the software's maker
 * @param shop code of the shop; null if the call is made in the provider's name alone
 */
record Caller(String provider, @Nullable String shop) {}
