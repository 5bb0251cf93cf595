/** What a test does to a stub under {@code /__mock}: forced responses, faults, clock, journal. */
@NullMarked
package dev.forecourt.mock.control;

import org.jspecify.annotations.NullMarked;
