/** Client of Fidelisa, which runs loyalty cards for shops. Start at {@link FidelisaClient}. */
@NullMarked
package dev.forecourt.fidelisa;

import org.jspecify.annotations.NullMarked;
