/** States, faults and clocks under a name, to begin with. */
@NullMarked
package dev.forecourt.mock.scenario;

import org.jspecify.annotations.NullMarked;
