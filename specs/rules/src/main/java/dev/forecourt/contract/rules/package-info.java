/** Rules that every contract in {@code specs/} keeps, one class a rule. */
package dev.forecourt.contract.rules;
