/** What went wrong with a call, and what to do about it. */
@NullMarked
package dev.forecourt.runtime.errors;

import org.jspecify.annotations.NullMarked;
