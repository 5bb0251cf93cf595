package dev.forecourt.mock.fidelisa;

import org.jspecify.annotations.Nullable;

/** A customer of a shop. No operation shows the birthday; the state does. */
record Customer(
    String uuid,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable Long birthDay,
    @Nullable Long birthMonth) {}
