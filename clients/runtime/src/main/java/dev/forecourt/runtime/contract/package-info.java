/** What the generator writes down of a contract. */
@NullMarked
package dev.forecourt.runtime.contract;

import org.jspecify.annotations.NullMarked;
