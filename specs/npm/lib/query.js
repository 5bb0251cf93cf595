import { stringify } from 'qs';

/**
 * Query parameters as the vendors read them: lists are repeated, or joined where the contract says so; objects are written in brackets, lists
 * within objects with empty ones: and[price][]=>=|1&and[price][]=<=|9.
 */
export function serializeQuery(query, joined = {}) {
  const parts = { repeated: {}, objects: {} };
  const texts = [];
  for (const [name, value] of Object.entries(query ?? {})) {
    if (Array.isArray(value) && joined[name] !== undefined) {
      if (value.length > 0) texts.push(`${encodeURIComponent(name)}=${value.map(encodeURIComponent).join(joined[name])}`);
    } else {
      const nested = typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
      parts[nested ? 'objects' : 'repeated'][name] = value;
    }
  }
  return [
    stringify(parts.repeated, { arrayFormat: 'repeat', skipNulls: true }),
    ...texts,
    stringify(parts.objects, { arrayFormat: 'brackets', skipNulls: true }),
  ]
    .filter((each) => each !== '')
    .join('&');
}
