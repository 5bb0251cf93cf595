/** What the patterns of contracts mean, in Java's words. */
@NullMarked
package dev.forecourt.contract.patterns;

import org.jspecify.annotations.NullMarked;
