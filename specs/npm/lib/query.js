import { stringify } from 'qs';

/**
 * Query parameters as the vendors read them: lists are repeated, objects are written in brackets, lists within objects with empty ones:
 * and[price][]=>=|1&and[price][]=<=|9.
 */
export function serializeQuery(query) {
  const { lists, objects } = split(query);
  return [
    stringify(lists, { arrayFormat: 'repeat', skipNulls: true }),
    stringify(objects, { arrayFormat: 'brackets', skipNulls: true }),
  ]
    .filter((each) => each !== '')
    .join('&');
}

function split(query) {
  const lists = {};
  const objects = {};
  for (const [name, value] of Object.entries(query ?? {})) {
    const nested = typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
    (nested ? objects : lists)[name] = value;
  }
  return { lists, objects };
}
