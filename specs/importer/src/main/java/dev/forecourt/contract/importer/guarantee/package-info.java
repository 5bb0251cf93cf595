/** What generators may rely on: names, tags, schemes, servers. */
@NullMarked
package dev.forecourt.contract.importer.guarantee;

import org.jspecify.annotations.NullMarked;
