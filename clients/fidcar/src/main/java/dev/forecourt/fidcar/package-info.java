/**
 * Client of FIDCAR, which collects customer reviews for car dealerships. Start at {@link
 * FidcarClient}.
 */
@NullMarked
package dev.forecourt.fidcar;

import org.jspecify.annotations.NullMarked;
