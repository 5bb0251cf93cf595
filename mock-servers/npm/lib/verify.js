const SHOWN = 5;

/** Requests did not come as expected. The message lists those that came, the nearest first. */
export class VerificationError extends Error {
  constructor(message) {
    super(message);
    this.name = 'VerificationError';
  }
}

const shown = (value) => (value === undefined ? 'not sent' : value instanceof RegExp ? String(value) : JSON.stringify(value));

/** What an object holds otherwise than a part of it wants, as sentences; places begin with a name. */
function differences(place, wanted, found) {
  if (wanted instanceof RegExp) {
    return typeof found === 'string' && wanted.test(found) ? [] : [`${place} must match ${wanted} but was ${shown(found)}`];
  }
  if (wanted !== null && typeof wanted === 'object') {
    if (found === null || typeof found !== 'object' || Array.isArray(wanted) !== Array.isArray(found)) {
      return [`${place} must be ${shown(wanted)} but was ${shown(found)}`];
    }
    return Object.entries(wanted).flatMap(([name, value]) => differences(`${place}.${name}`, value, found[name]));
  }
  // fields of forms and queries are texts, whatever they say
  const same = wanted === found || (found !== undefined && found !== null && String(wanted) === String(found));
  return same ? [] : [`${place} must be ${shown(wanted)} but was ${shown(found)}`];
}

function bodyOf({ body, contentType }) {
  if (body === null || body === undefined) return undefined;
  if (contentType?.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(body));
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

const lowerCased = (headers) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

function partsOf(recorded) {
  return {
    operation: recorded.operation,
    method: recorded.method,
    path: recorded.path,
    status: recorded.status,
    query: Object.fromEntries(new URLSearchParams(recorded.query ?? '')),
    headers: lowerCased(recorded.request.headers),
    body: bodyOf(recorded.request),
  };
}

/** Throws unless so many of the requests fit. */
export function verifyRequests(vendor, recorded, expected, times) {
  const unknown = Object.keys(expected).filter((each) => !(each in partsOf({ request: { headers: {} } })));
  if (unknown.length > 0) {
    throw new TypeError(`'${unknown[0]}' is no part of a request. There are operation, method, path, query, headers, body, status`);
  }
  const wanted = { ...expected, ...(expected.headers ? { headers: lowerCased(expected.headers) } : {}) };
  const seen = recorded.map((each) => {
    const parts = partsOf(each);
    const differs = Object.entries(wanted).flatMap(([name, value]) => differences(name, value, parts[name]));
    return { each, differs };
  });
  const found = seen.filter(({ differs }) => differs.length === 0).length;
  if (found === times) return;
  const lines = seen
    .sort((one, other) => one.differs.length - other.differs.length)
    .slice(0, SHOWN)
    .map(({ each, differs }) => {
      const query = each.query ? `?${each.query}` : '';
      return `  ${each.method} ${each.path}${query} (${each.operation ?? 'no operation'}) -> ${each.status}: ${differs.join('; ') || 'fits'}`;
    });
  if (seen.length > SHOWN) lines.push(`  and ${seen.length - SHOWN} more`);
  throw new VerificationError(
    [`${vendor}: expected ${times} of ${shown(expected)}, but ${found} of the ${seen.length} that came fit.`, ...lines].join('\n'),
  );
}
