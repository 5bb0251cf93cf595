/** How values are shown and spelled in messages. */
@NullMarked
package dev.forecourt.mock.text;

import org.jspecify.annotations.NullMarked;
