import createClient from 'openapi-fetch';
import { asUrlEncoded } from './bodies.js';
import { remember, VendorTransportError } from './errors.js';
import { serializeQuery } from './query.js';

const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'];

/**
 * A client of openapi-fetch that knows a contract: it signs each request, writes forms as forms and nested query
 * parameters in brackets, and sends an operation to the host that the contract names for it.
 *
 * authenticate(request, operation) sets the headers of one request; renew(request, operation), if there is one, is asked after a 401 and
 * says whether another try is worth it.
 */
export function vendorClient(contract, options, { authenticate, renew }) {
  const { baseUrl, fetch = globalThis.fetch, ...rest } = settings(contract, options);
  const client = createClient({ ...rest, baseUrl, fetch, querySerializer: (query) => serializeQuery(query) });
  const operation = (method, path) => contract.operations[`${method} ${path}`];
  const spares = new WeakMap();

  client.use({
    async onRequest({ request, schemaPath }) {
      const called = operation(request.method, schemaPath);
      await authenticate(request, called);
      // a body can be read once
      if (renew !== undefined) spares.set(request, request.clone());
      return request;
    },
    async onResponse({ request, response, schemaPath }) {
      const called = operation(request.method, schemaPath);
      const spare = spares.get(request);
      let answer = response;
      if (response.status === 401 && spare !== undefined && (await renew(request, called))) {
        await authenticate(spare, called);
        answer = await fetch(spare);
      }
      remember(answer, { vendor: contract.vendor, operation: called?.id, method: request.method, path: schemaPath });
      return answer;
    },
    onError({ request, error, schemaPath }) {
      const called = operation(request.method, schemaPath);
      return new VendorTransportError(contract.vendor, called?.id, new URL(request.url).origin, error);
    },
  });

  const prepared = (method, path, init) => {
    const called = operation(method, path);
    const host = called?.hosts?.[baseUrl];
    return {
      ...(host === undefined ? {} : { baseUrl: host }),
      ...(called?.joined === undefined ? {} : { querySerializer: (query) => serializeQuery(query, called.joined) }),
      ...(called?.form && init?.bodySerializer === undefined ? urlEncoded(init) : init),
    };
  };
  const request = client.request;
  client.request = (method, path, init) => request(method, path, prepared(method.toUpperCase(), path, init));
  for (const method of METHODS) {
    const send = client[method];
    client[method] = (path, init) => send(path, prepared(method, path, init));
  }
  return client;
}

function urlEncoded(init) {
  return {
    ...init,
    bodySerializer: asUrlEncoded,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...init?.headers },
  };
}

function settings(contract, options) {
  const { baseUrl } = options ?? {};
  if (typeof baseUrl !== 'string' || !/^https?:\/\//.test(baseUrl)) {
    const known = [contract.mockUrl, ...contract.servers].filter(Boolean).join(', ');
    throw new TypeError(`${contract.vendor}: baseUrl is missing or no http(s) address. Give one of these, or another: ${known}`);
  }
  return { ...options, baseUrl: baseUrl.replace(/\/+$/, '') };
}

/** A credential as text: it may be given as it is, or by a function that is asked before each request. */
export async function credential(vendor, name, given) {
  const value = typeof given === 'function' ? await given() : given;
  if (typeof value !== 'string' || value === '') {
    throw new TypeError(`${vendor}: ${name} is missing. Give it as a text, or as a function that returns one.`);
  }
  return value;
}
