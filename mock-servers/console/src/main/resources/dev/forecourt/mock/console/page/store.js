/** What the views share: vendors, traffic and the stream of events. Views listen, nobody else keeps a copy. */
import * as api from "./api.js";

const MOST = 1000;

/** Which request an entry is: a mock that is started again counts from one again. */
export const keyOf = ({ id, time }) => `${id} ${time}`;

class Store extends EventTarget {
  vendors = [];
  version = "";
  entries = []; // newest first
  connected = false;
  lost = false; // it was connected, and is not any more
  failure = null;
  #source;
  #refreshing;
  #missing;

  async start() {
    await this.refreshVendors();
    this.#listen();
    await this.loadRequests();
  }

  vendor(id) {
    return this.vendors.find((each) => each.id === id);
  }

  async refreshVendors() {
    try {
      const answer = await api.vendors();
      this.vendors = answer.vendors;
      this.version = answer.version;
      this.failure = null;
    } catch (error) {
      this.failure = error.message;
    }
    this.#tell("vendors");
  }

  async loadRequests() {
    const before = new Set(this.entries);
    try {
      const answer = await api.requests({ limit: MOST, body: true });
      const known = new Set(answer.requests.map(keyOf));
      // what came by the stream meanwhile; what was there before and is missing is forgotten
      const newer = this.entries.filter((each) => !before.has(each) && !known.has(keyOf(each)));
      this.entries = [...newer, ...answer.requests];
    } catch (error) {
      this.failure = error.message;
    }
    this.#tell("requests");
  }

  #listen() {
    this.#source = new EventSource(api.address("__mock/events"));
    this.#source.onopen = () => {
      const again = this.lost;
      this.lost = false;
      this.#connection(true);
      if (again) this.loadRequests().then(() => this.refreshVendors());
    };
    this.#source.onerror = () => {
      this.lost = true;
      this.#connection(false);
      this.refreshVendors(); // its failure tells that the mock is away
      // a refused stream is not tried again by the browser
      if (this.#source.readyState === EventSource.CLOSED) setTimeout(() => this.#listen(), 3000);
    };
    this.#source.addEventListener("request", (event) => this.#add(JSON.parse(event.data)));
    this.#source.addEventListener("changed", (event) => this.#changed(JSON.parse(event.data)));
  }

  #connection(connected) {
    this.connected = connected;
    this.#tell("connection");
  }

  #add(entry) {
    if (this.entries.some((each) => keyOf(each) === keyOf(entry))) return;
    // under load the stream leaves some out: they are fetched once it is quiet
    if (this.#missing || entry.id > (this.entries[0]?.id ?? entry.id) + 1) this.#catchUp();
    this.entries.unshift(entry);
    this.entries.length = Math.min(this.entries.length, MOST);
    this.#tell("requests", { entry });
    this.#refreshSoon();
  }

  #catchUp() {
    clearTimeout(this.#missing);
    this.#missing = setTimeout(() => {
      this.#missing = undefined;
      this.loadRequests();
    }, 700);
  }

  #changed(change) {
    if (change.what === "requests") this.loadRequests();
    this.#tell("changed", change);
    this.#refreshSoon();
  }

  /** Counts and banner follow events, at most three times a second. */
  #refreshSoon() {
    this.#refreshing ??= setTimeout(() => {
      this.#refreshing = undefined;
      this.refreshVendors();
    }, 300);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

export const store = new Store();

/** A view: listens to the store while it is shown. */
export class View extends HTMLElement {
  #undo = [];

  connectedCallback() {
    this.show?.();
  }

  disconnectedCallback() {
    this.#undo.splice(0).forEach((undo) => undo());
    this.hide?.();
  }

  on(type, listener) {
    const heard = (event) => listener.call(this, event.detail);
    store.addEventListener(type, heard);
    this.#undo.push(() => store.removeEventListener(type, heard));
  }
}
