const calls = new WeakMap();

/** Keeps which call a response belongs to. */
export function remember(response, call) {
  calls.set(response, call);
}

/** The vendor answered, with a failure. The body is not in the message: it may name people. */
export class VendorResponseError extends Error {
  constructor(call, response, body) {
    const { vendor, operation, method, path } = call ?? {};
    super(
      call === undefined
        ? `The vendor answered ${response.status}. Look at status and body of this error.`
        : `${vendor} ${operation ?? 'call'}: ${response.status} for ${method} ${path}, a success was expected. Look at the body of this error.`,
    );
    this.name = 'VendorResponseError';
    this.vendor = vendor;
    this.operation = operation;
    this.status = response.status;
    // not enumerable, so that logs of this error show neither
    Object.defineProperty(this, 'body', { value: body });
    Object.defineProperty(this, 'response', { value: response });
  }
}

/** No answer came. */
export class VendorTransportError extends Error {
  constructor(vendor, operation, origin, cause) {
    super(`${vendor} ${operation ?? 'call'}: no answer from ${origin}. Is it running and reachable, and does it allow calls from this origin?`, {
      cause,
    });
    this.name = 'VendorTransportError';
    this.vendor = vendor;
    this.operation = operation;
  }
}

/** What a call answered, or a VendorResponseError. */
export async function orThrow(call) {
  const { data, error, response } = await call;
  if (!response.ok) throw new VendorResponseError(calls.get(response), response, error);
  return data;
}
