/** A limiter for clients, on Bucket4j. */
@NullMarked
package dev.forecourt.bucket4j;

import org.jspecify.annotations.NullMarked;
