const encoder = new TextEncoder();

/**
 * A signature of Fidelisa: code and token in Base64, the HMAC-SHA1 of that text in lower-case hexadecimal, and its digits in Base64. Works
 * wherever WebCrypto is: Node, and pages served by https or from localhost.
 */
export async function sign(code, jeton, secret) {
  const subtle = globalThis.crypto?.subtle;
  if (subtle === undefined) {
    throw new Error('fidelisa: this page cannot sign, because browsers offer crypto.subtle on https and localhost only. Serve it from there.');
  }
  const key = await subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
  const digest = await subtle.sign('HMAC', key, encoder.encode(base64(`${code}${jeton}`)));
  return base64([...new Uint8Array(digest)].map((each) => each.toString(16).padStart(2, '0')).join(''));
}

/** A token that was not used before. */
export function newJeton() {
  return [...globalThis.crypto.getRandomValues(new Uint32Array(3))].join('');
}

function base64(text) {
  return btoa(String.fromCharCode(...encoder.encode(text)));
}
