/** Real traffic against the contracts: recordings of browsers, proxies, mocks and clients. */
@NullMarked
package dev.forecourt.verifier.traffic;

import org.jspecify.annotations.NullMarked;
