package dev.forecourt.mock.store;

import java.util.List;

/**
 * One page of a list.
 *
 * @param number counted from one
 * @param limit most items on a page
 * @param total items on all pages together
 * @param items those on this page, serialised
 */
public record Page(long number, long limit, long total, List<byte[]> items) {}
