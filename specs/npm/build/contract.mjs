// A published contract (OpenAPI 3.1) as the builders of this folder need it.
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data'];
// lists in a query that are not repeated; form has a comma
const SEPARATORS = { pipeDelimited: '|', spaceDelimited: '%20' };

export class Contract {
  constructor(vendor, document) {
    this.vendor = vendor;
    this.document = document;
    this.mockUrl = document['x-mock-port'] === undefined ? undefined : `http://127.0.0.1:${document['x-mock-port']}`;
    this.servers = this.#vendorServers(document);
    this.schemes = document.components?.securitySchemes ?? {};
    this.operations = Object.entries(document.paths).flatMap(([path, item]) =>
      METHODS.filter((method) => item[method] !== undefined).map((method) => this.#operation(method, path, item, item[method])),
    );
  }

  resolve(node) {
    let found = node;
    while (found?.$ref !== undefined) {
      found = found.$ref
        .slice(2)
        .split('/')
        .reduce((inner, key) => inner[decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~')], this.document);
    }
    return found;
  }

  #operation(method, path, item, operation) {
    const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((each) => this.resolve(each));
    return {
      id: operation.operationId,
      group: operation.tags?.[0] ?? this.vendor,
      summary: operation.summary ?? operation.operationId,
      description: operation.description ?? '',
      method,
      path,
      parameters: parameters.map((each) => this.#parameter(each)),
      body: this.#body(this.resolve(operation.requestBody)),
      security: (operation.security ?? this.document.security ?? []).map((each) => Object.keys(each)),
      servers: operation.servers === undefined ? undefined : this.#vendorServers(operation),
      answers: this.#answers(operation.responses),
    };
  }

  #parameter({ name, in: place, required = false, style, explode, description = '', schema, ...rest }) {
    const joined = place === 'query' && style !== 'deepObject' && explode === false ? (SEPARATORS[style] ?? ',') : undefined;
    return { name, place, required, description, joined, example: example({ schema: this.resolve(schema), ...rest }, this)?.value };
  }

  #body(body) {
    if (body === undefined) return undefined;
    const types = Object.keys(body.content);
    const [type] = types;
    const media = body.content[type];
    return { types, type, form: FORMS.includes(type), example: example(media, this)?.value, constants: this.#constants(media.schema) };
  }

  /** Members of a body that can have one value only. */
  #constants(schema) {
    const members = Object.entries(this.resolve(schema)?.properties ?? {});
    return Object.fromEntries(
      members.map(([name, each]) => [name, this.resolve(each).enum]).filter(([, values]) => values?.length === 1).map(([name, [value]]) => [name, value]),
    );
  }

  #answers(responses) {
    return Object.entries(responses)
      .filter(([status]) => /^\d+$/.test(status))
      .flatMap(([status, response]) => {
        const [[type, media] = []] = Object.entries(this.resolve(response).content ?? {});
        const shown = media === undefined ? [] : examples(media, this);
        return shown.length === 0
          ? [{ status: Number(status) }]
          : shown.map(({ name, value }) => ({ status: Number(status), name, type, body: value }));
      });
  }

  #vendorServers(holder) {
    return (holder.servers ?? []).map(({ url }) => url.replace(/\/+$/, '')).filter((each) => each !== this.mockUrl);
  }
}

function examples(holder, contract) {
  const named = Object.entries(holder.examples ?? {}).map(([name, each]) => ({ name, value: contract.resolve(each).value }));
  if (named.length > 0) return named;
  if (holder.example !== undefined) return [{ value: holder.example }];
  const schema = contract.resolve(holder.schema);
  return (schema?.examples ?? []).slice(0, 1).map((value) => ({ value }));
}

function example(holder, contract) {
  return examples(holder, contract)[0];
}
