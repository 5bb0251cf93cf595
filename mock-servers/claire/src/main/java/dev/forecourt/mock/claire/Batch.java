package dev.forecourt.mock.claire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Appointments that were sent together and wait to be applied. */
record Batch(long id, List<@Nullable Object> items) {}
