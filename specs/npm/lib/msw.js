import { delay, http, HttpResponse } from 'msw';

/** Handlers of all operations of a contract, each answering what its examples show. */
export function vendorHandlers(contract, { baseUrl, answers = {}, delayMs } = {}) {
  const unknown = Object.keys(answers).find((each) => !contract.operations.some(({ id }) => id === each));
  if (unknown !== undefined) {
    throw new TypeError(`${contract.vendor} has no operation '${unknown}'. There are: ${contract.operations.map(({ id }) => id).join(', ')}`);
  }
  return contract.operations.flatMap((operation) => {
    const resolve = resolver(contract, operation, answers[operation.id]);
    const hosts = baseUrl === undefined ? (operation.servers ?? contract.servers) : [baseUrl.replace(/\/+$/, '')];
    return hosts.map((host) =>
      http[operation.method](host + operation.path, async (info) => {
        if (delayMs !== undefined) await delay(delayMs);
        return resolve(info);
      }),
    );
  });
}

function resolver({ vendor }, operation, asked) {
  if (typeof asked === 'function') return asked;
  const found = operation.answers.find((each) =>
    typeof asked === 'number' ? each.status === asked : asked === undefined ? each.status < 300 : each.name === asked,
  );
  if (found === undefined) {
    const known = operation.answers.map(({ status, name }) => (name === undefined ? status : `${status} '${name}'`)).join(', ');
    throw new TypeError(`${vendor} ${operation.id}: the contract shows no answer ${JSON.stringify(asked)}. Ask for one of these, or give a function: ${known}`);
  }
  return () => answer(found);
}

function answer({ status, type, body }) {
  if (body === undefined) return new HttpResponse(null, { status });
  return type.includes('json') ? HttpResponse.json(body, { status, headers: { 'Content-Type': type } }) : new HttpResponse(body, { status, headers: { 'Content-Type': type } });
}
