/** What every benchmark prints: tables, goals, and medians with their quartiles. */
package dev.forecourt.benchmarks.kit;
