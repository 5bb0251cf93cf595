/** What a vendor gives the mock servers: found by {@link java.util.ServiceLoader}. */
@NullMarked
package dev.forecourt.mock.vendor;

import org.jspecify.annotations.NullMarked;
