/** Faults of vendors' files, each mended or left out by name. */
@NullMarked
package dev.forecourt.contract.importer.repair;

import org.jspecify.annotations.NullMarked;
