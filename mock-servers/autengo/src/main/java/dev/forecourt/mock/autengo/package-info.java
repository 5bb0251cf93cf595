/** The Autengo stub: generated routes and checks in {@code target/}, its behaviour here. */
@NullMarked
package dev.forecourt.mock.autengo;

import org.jspecify.annotations.NullMarked;
