package dev.forecourt.mock.fidelisa;

import org.jspecify.annotations.Nullable;

/** A line of a sale; amount and quantity are numbers as they were sent. */
record BillLine(String type, @Nullable String item, String amount, String quantity) {}
