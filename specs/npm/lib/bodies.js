/** A body as application/x-www-form-urlencoded. What is undefined or null is not sent; a list is sent as a field for each item. */
export function asUrlEncoded(body) {
  const form = new URLSearchParams();
  for (const [name, value] of fields(body)) form.append(name, String(value));
  // text, so that a retry can send it again
  return form.toString();
}

/** A body as multipart/form-data. Files may be Blobs. */
export function asMultipart(body) {
  const form = new FormData();
  for (const [name, value] of fields(body)) form.append(name, value instanceof Blob ? value : String(value));
  return form;
}

function* fields(body) {
  for (const [name, value] of Object.entries(body)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each === undefined || each === null) continue;
      if (typeof each === 'object' && !(each instanceof Blob)) {
        throw new TypeError(`The form field '${name}' is an object, and a form has only texts. Send its members as fields of their own.`);
      }
      yield [name, each];
    }
  }
}
