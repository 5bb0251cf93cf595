/** Random requests for every operation of a contract, valid ones and ones with a single defect. */
@NullMarked
package dev.forecourt.contract.tools.random;

import org.jspecify.annotations.NullMarked;
