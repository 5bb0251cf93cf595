/** What holds for the pacts of every vendor. */
@NullMarked
package dev.forecourt.contracttests;

import org.jspecify.annotations.NullMarked;
