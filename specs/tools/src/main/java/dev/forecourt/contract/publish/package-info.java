/**
 * Contracts as other people's tools read them best: the same requests and answers in other words.
 */
@NullMarked
package dev.forecourt.contract.publish;

import org.jspecify.annotations.NullMarked;
