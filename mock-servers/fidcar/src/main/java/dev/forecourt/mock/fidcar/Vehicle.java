package dev.forecourt.mock.fidcar;

import org.jspecify.annotations.Nullable;

/**
 * The vehicle a contact came with or for.
 *
 * @param km kilometres as a number or as text: FIDCAR's sample and table differ
 */
record Vehicle(
    @Nullable String type,
    @Nullable String brand,
    @Nullable String model,
    @Nullable String immat,
    @Nullable String vin,
    @Nullable Object km,
    @Nullable String mec) {}
