/** Pacts of every vendor for which nobody has written any: one interaction for each operation. */
@NullMarked
package dev.forecourt.contracttests.generated;

import org.jspecify.annotations.NullMarked;
