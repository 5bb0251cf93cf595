package dev.forecourt.mock.fidcar;

import org.jspecify.annotations.Nullable;

/**
 * A wish to buy a car.
 *
 * @param number ours: a lead of FIDCAR has no id
 */
record Lead(
    long number,
    String reviewId,
    long localId,
    String type,
    @Nullable String brand,
    @Nullable String model,
    @Nullable String delay) {}
