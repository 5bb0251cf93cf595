/** What proves to a vendor who calls, and keeps it out of every text. */
@NullMarked
package dev.forecourt.runtime.credentials;

import org.jspecify.annotations.NullMarked;
