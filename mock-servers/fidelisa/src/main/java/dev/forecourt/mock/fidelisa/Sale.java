package dev.forecourt.mock.fidelisa;

import java.util.List;
import java.util.Map;

/**
 * A sale that was counted; no operation shows it, the state does.
 *
 * @param number ours, counted from 1
 * @param points points given, by card
 * @param refused lines that no rule of the customer's cards uses
 */
record Sale(
    long number, String shop, Bill bill, Map<String, Long> points, List<BillLine> refused) {}
