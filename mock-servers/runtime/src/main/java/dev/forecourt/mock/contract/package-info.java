/**
 * What generated code is made of: operations, inputs, checks. Hand-written code seldom calls it.
 */
@NullMarked
package dev.forecourt.mock.contract;

import org.jspecify.annotations.NullMarked;
