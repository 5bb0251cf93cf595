/** Random requests against the stubs: what their compiled contracts say, and the soak. */
@NullMarked
package dev.forecourt.mock.trials;

import org.jspecify.annotations.NullMarked;
