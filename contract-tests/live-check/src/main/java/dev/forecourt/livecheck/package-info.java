/**
 * Checks real answers of a client against the contract: {@link dev.forecourt.livecheck.LiveCheck}.
 */
@NullMarked
package dev.forecourt.livecheck;

import org.jspecify.annotations.NullMarked;
