/** Mixed traffic of many callers against the real process, and books of what it acknowledged. */
@NullMarked
package dev.forecourt.mock.trials.soak;

import org.jspecify.annotations.NullMarked;
