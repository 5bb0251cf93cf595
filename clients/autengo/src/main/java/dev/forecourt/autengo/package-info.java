/**
 * Client of Autengo, which keeps the stock of car dealers and takes in their leads. Start at {@link
 * AutengoClient}.
 */
@NullMarked
package dev.forecourt.autengo;

import org.jspecify.annotations.NullMarked;
