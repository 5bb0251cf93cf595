/** What is made of the contracts besides code: one-file bundles, reference pages, requests. */
@NullMarked
package dev.forecourt.contract.tools;

import org.jspecify.annotations.NullMarked;
