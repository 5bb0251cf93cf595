/** Calls of the console, all below the page's own address. */
const base = new URL(".", document.baseURI);

export const address = (path) => new URL(path, base).href;

/** JSON of a call; an error holds the server's own words. */
export async function call(method, path, body, headers = {}) {
  let answer;
  try {
    answer = await fetch(address(path), {
      method,
      headers: body === undefined ? headers : { "Content-Type": "application/json", ...headers },
      body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
    });
  } catch {
    throw new Error(`The mock does not answer at ${base.origin}. Start it again: this page goes on by itself.`);
  }
  const text = await answer.text();
  const json = parsed(text);
  if (!answer.ok) throw new Error(messageOf(json) ?? (text || `${method} ${path}: ${answer.status}`));
  return json;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The console says {"message"}; a vendor's refusal has the vendor's own shape. */
function messageOf(json) {
  const error = json?.message ?? json?.error?.message ?? json?.error ?? json?.statusText;
  return typeof error === "string" ? error : null;
}

const sessionHeader = (session) => (session ? { "Mock-Session": session } : {});

export const vendors = () => call("GET", "__mock/vendors");
export const freshHeaders = async (id) => (await call("POST", `__mock/vendors/${id}/headers`)).headers;
export const control = (id, method, rest, body, session) =>
  call(method, `__mock/vendors/${id}/controls${rest ? `/${rest}` : ""}`, body, sessionHeader(session));
export const requests = (query) => call("GET", `__mock/requests?${new URLSearchParams(query)}`);
export const request = (id) => call("GET", `__mock/requests/${id}`);
export const forgetRequests = () => call("DELETE", "__mock/requests");
export const har = (query) => call("GET", `__mock/har?${new URLSearchParams(query)}`);
export const resetAll = () => call("POST", "__mock/reset");

const contracts = new Map();

/** The published contract of a vendor, fetched once. */
export function contract(vendor) {
  if (!contracts.has(vendor.id)) {
    const path = vendor.contract.replace(/^\//, "");
    contracts.set(vendor.id, call("GET", path).catch((error) => (contracts.delete(vendor.id), Promise.reject(error))));
  }
  return contracts.get(vendor.id);
}
