package dev.forecourt.mock.contract;

import org.jspecify.annotations.Nullable;

/**
 * The body of a request that may come in several media types.
 *
 * @param type the position of its media type in those of the operation; -1 when nothing is to be
 *     checked
 * @param value maps, lists and scalars, a text, or bytes; null when there is none
 */
public record Body(int type, @Nullable Object value) {}
