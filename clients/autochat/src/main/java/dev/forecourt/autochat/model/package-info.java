/**
 * What Autochat sends and takes, with its own spelling on the wire. Generated, but for this line.
 */
@NullMarked
package dev.forecourt.autochat.model;

import org.jspecify.annotations.NullMarked;
