package dev.forecourt.mock.fidcar;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer whom FIDCAR asks for a review. */
record Contact(
    String id,
    long localId,
    User user,
    @Nullable String reference,
    boolean pro,
    @Nullable String service,
    LocalDateTime datetime,
    @Nullable String reviewId,
    List<Communication> communication,
    @Nullable String seller,
    Vehicle vehicle,
    @Nullable String origin,
    @Nullable Object price,
    String status) {}
