/** Lists over all their pages. */
@NullMarked
package dev.forecourt.runtime.paging;

import org.jspecify.annotations.NullMarked;
