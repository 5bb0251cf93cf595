/** Listeners for logs and metrics. Each needs a library that only its users bring along. */
@NullMarked
package dev.forecourt.runtime.observe;

import org.jspecify.annotations.NullMarked;
