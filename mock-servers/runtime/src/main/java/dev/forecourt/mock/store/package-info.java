/** Entities in memory, found by id and paged without walking over all of them. */
@NullMarked
package dev.forecourt.mock.store;

import org.jspecify.annotations.NullMarked;
