/** The JSON of the models: read tolerantly, written back as it came, by us and by any mapper. */
@NullMarked
package dev.forecourt.runtime.json;

import org.jspecify.annotations.NullMarked;
