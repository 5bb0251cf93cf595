/** What an import found, guessed, repaired and left out, for people to read. */
@NullMarked
package dev.forecourt.contract.importer.report;

import org.jspecify.annotations.NullMarked;
