/** The second reading of a vendor's text, and the comparison of a contract with it. */
@NullMarked
package dev.forecourt.contract.inventory;

import org.jspecify.annotations.NullMarked;
