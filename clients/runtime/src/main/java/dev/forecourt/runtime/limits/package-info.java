/** A vendor's limits, kept on the caller's side. */
@NullMarked
package dev.forecourt.runtime.limits;

import org.jspecify.annotations.NullMarked;
