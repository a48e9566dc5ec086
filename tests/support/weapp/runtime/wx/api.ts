import { ask, guarded } from '../bridge.js';

/** Options of a call: WeChat's three callbacks beside the call's own fields. */
export type Options = Record<string, unknown> & {
  success?: (result: object) => void;
  fail?: (error: object) => void;
  complete?: (result: object) => void;
};

export type Api = (...args: never[]) => unknown;

/** A refusal; the message completes `name:fail …`. */
export class ApiFailure extends Error {
  constructor(
    message: string,
    readonly fields: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

/** Reports how a call ended through its callbacks; as on a phone never before the call has returned. */
export function settle(name: string, options: Options, work: Promise<object | void>): Promise<object> {
  const ended = work.then(
    (result) => ({ ok: true, value: { errMsg: `${name}:ok`, ...result } }),
    (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      const fields = error instanceof ApiFailure ? error.fields : {};
      return { ok: false, value: { errMsg: `${name}:fail ${message}`, ...fields } };
    },
  );
  return ended.then(({ ok, value }) => {
    guarded(() => (ok ? options.success?.(value) : options.fail?.(value)));
    guarded(() => options.complete?.(value));
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- WeChat rejects with a plain object
    if (!ok) throw value;
    return value;
  });
}

const hasCallback = (options: Options): boolean =>
  Boolean(options.success ?? options.fail ?? options.complete);

/**
 * A call in WeChat's manner: callbacks, or a promise when none is given. Every call is recorded for the test.
 * @param run does the work; what it throws is the refusal
 */
export function call(name: string, run: (options: Options) => object | void | Promise<object | void>): Api {
  return (given?: Options) => {
    const options: Options = given ?? {};
    record(name, options);
    let work: Promise<object | void>;
    try {
      work = Promise.resolve(run(options));
    } catch (error) {
      work = Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
    const ended = settle(name, options, work);
    if (!hasCallback(options)) return ended;
    ended.catch(() => undefined);
    return undefined;
  };
}

/** A call whose whole effect is that the test can see it happened. */
export function recorded(name: string): Api {
  return call(name, () => undefined);
}

/** Tells the test about a call; functions are left out. */
export function record(name: string, options: unknown): void {
  const text = JSON.stringify(options ?? {}, (_, value: unknown) => {
    if (value instanceof ArrayBuffer) return `<${value.byteLength} bytes>`;
    return value;
  });
  void ask('record', { api: name, options: JSON.parse(text) as unknown });
}

/** A field of the options as text. @throws ApiFailure when it is missing */
export function needText(options: Options, field: string): string {
  const value = options[field];
  if (typeof value === 'string' && value) return value;
  throw new ApiFailure(`parameter error: parameter.${field} should be String instead of ${typeof value};`);
}

/** A field as text, or `otherwise`. */
export function textOf(options: Options, field: string, otherwise: string): string {
  const value = options[field];
  return typeof value === 'string' ? value : otherwise;
}

/** A field as a number, or `otherwise`. */
export function numberOf(options: Options, field: string, otherwise: number): number {
  const value = options[field];
  return typeof value === 'number' ? value : otherwise;
}
