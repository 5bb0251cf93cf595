/** A token store for several processes, on JCache. */
@NullMarked
package dev.forecourt.jcache;

import org.jspecify.annotations.NullMarked;
