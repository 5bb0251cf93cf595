/** What came and what was answered, for those who look back: the last requests, without secrets. */
@NullMarked
package dev.forecourt.mock.journal;

import org.jspecify.annotations.NullMarked;
