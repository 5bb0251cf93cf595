import type { HttpResponseResolver } from 'msw';

/** How an operation answers: with the first example of a status, with the example of a name, or as a function says. */
export type Answer = number | string | HttpResponseResolver;

export interface HandlerOptions<Operation extends string> {
  /** Only this address; by default the vendor's own ones. */
  baseUrl?: string;
  /** By operation; the others answer the first example of a success. */
  answers?: Partial<Record<Operation, Answer>>;
  /** Milliseconds to wait before each answer. Default: none. */
  delayMs?: number;
}
