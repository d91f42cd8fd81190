const PATIENCE_MILLIS = 20_000;
const RETRIES = 3;

/** The ledger refused, in its own words (RFC 9457). */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail || body.title || `The ledger answered ${status}`);
    this.status = status;
    this.title = body.title ?? '';
    this.code = body.code ?? '';
    this.faults = body.errors ?? [];
    this.near = (body.errors ?? []).flatMap((fault) => fault.near ?? []);
  }
}

/** The ledger did not answer. */
export class Unreachable extends Error {
  constructor() {
    super('The ledger does not answer.');
  }
}

/** One answer of the API as JSON. Parameters without a value are left out. A view that is catching up is asked again. */
export async function get(path, parameters = {}, signal = undefined) {
  const response = await answered(withParameters(path, parameters), 'application/json', signal);
  return response.json();
}

/** An answer as a file, in the media type asked for. */
export async function file(path, accept) {
  const response = await answered(new URL(path, document.baseURI), accept);
  return response.blob();
}

function withParameters(path, parameters) {
  const url = new URL(path, document.baseURI);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') {
      url.searchParams.set(name, value);
    }
  }
  return url;
}

async function answered(url, accept, signal) {
  for (let attempt = 0; ; attempt++) {
    const response = await ask(url, accept, signal);
    if (response.ok) {
      return response;
    }
    const wait = Number(response.headers.get('Retry-After'));
    if (response.status !== 503 || !wait || attempt === RETRIES) {
      throw new Problem(response.status, await problemOf(response));
    }
    await new Promise((resolve) => setTimeout(resolve, wait * 1000));
  }
}

/** Sends something to the ledger; `headers` may carry the key that makes a repetition harmless. */
export async function send(method, path, body, { headers = {}, parameters = {}, type = 'application/json' } = {}) {
  const response = await ask(withParameters(path, parameters), 'application/json', undefined, {
    method,
    body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    headers: { ...(body === undefined ? {} : { 'Content-Type': type }), ...headers },
  });
  if (!response.ok) {
    throw new Problem(response.status, await problemOf(response));
  }
  return response.json();
}

async function ask(url, accept, signal, { headers = {}, ...request } = {}) {
  const signals = [AbortSignal.timeout(PATIENCE_MILLIS), ...(signal ? [signal] : [])];
  try {
    return await fetch(url, { ...request, headers: { Accept: `${accept}, application/problem+json`, ...headers }, signal: AbortSignal.any(signals) });
  } catch (failure) {
    if (signal?.aborted) {
      throw failure;
    }
    throw new Unreachable();
  }
}

async function problemOf(response) {
  try {
    return await response.json();
  } catch {
    return { title: response.statusText };
  }
}

/** Every item of a list that is paged by cursor, up to a bound. */
export async function list(path, parameters, signal, most = 5000) {
  const items = [];
  let cursor;
  do {
    const page = await get(path, { ...parameters, cursor }, signal);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor && items.length < most);
  return items;
}

/** The last position of the log; -1 where nothing is recorded yet. */
export async function head(signal) {
  const { projections } = await get('api/projections', {}, signal);
  return Math.max(-1, ...projections.map((projection) => projection.position + projection.lag));
}

const events = new Map();

/** The event at a position; reads one line of the log and hangs up. */
export async function eventAt(position, signal) {
  if (!events.has(position)) {
    const url = new URL('api/events', document.baseURI);
    if (position > 0) {
      url.searchParams.set('after', position - 1);
    }
    const response = await ask(url, 'application/x-ndjson', signal);
    if (!response.ok) {
      throw new Problem(response.status, await problemOf(response));
    }
    events.set(position, JSON.parse(await firstLine(response.body)));
  }
  return events.get(position);
}

async function firstLine(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes('\n')) {
    const { value, done } = await reader.read();
    if (done) {
      break;
    }
    text += value;
  }
  reader.cancel().catch(() => {});
  return text.split('\n', 1)[0];
}
