/** What a test does to a stub under {@code /__mock}, and what it is told. */
@NullMarked
package dev.forecourt.mock.control;

import org.jspecify.annotations.NullMarked;
