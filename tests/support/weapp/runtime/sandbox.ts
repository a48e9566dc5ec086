/// <reference lib="dom" />
import { bundle } from './bridge.js';

/**
 * The names WeChat's logic layer has. Everything else the browser offers is hidden from the mini-program, so that code
 * leaning on it fails here as it does on a phone. `Intl` is hidden on purpose: not every Android engine has it.
 */
const LANGUAGE =
  'Object,Array,Number,parseFloat,parseInt,Boolean,String,Symbol,Date,Promise,RegExp,Error,AggregateError,EvalError,' +
  'RangeError,ReferenceError,SyntaxError,TypeError,URIError,JSON,Math,ArrayBuffer,DataView,Uint8Array,Int8Array,' +
  'Uint16Array,Int16Array,Uint32Array,Int32Array,Float32Array,Float64Array,Uint8ClampedArray,BigInt,BigInt64Array,' +
  'BigUint64Array,Map,Set,WeakMap,WeakSet,WeakRef,FinalizationRegistry,Proxy,Reflect,decodeURI,decodeURIComponent,' +
  'encodeURI,encodeURIComponent,escape,unescape,isFinite,isNaN,console';
const KEPT = new Set(LANGUAGE.split(','));
const CONSTANTS = new Set(['undefined', 'NaN', 'Infinity']);

/** Names given to every module, beside its own `require`, `module` and `exports`. */
export type LogicScope = Record<string, unknown>;

type Factory = (
  require: (path: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  ...globals: unknown[]
) => void;

function browserNames(): string[] {
  const names = new Set<string>();
  for (
    let object: object | null = window;
    object && object !== Object.prototype;
    object = Reflect.getPrototypeOf(object)
  ) {
    for (const name of Object.getOwnPropertyNames(object)) names.add(name);
  }
  names.delete('constructor');
  return [...names].filter(
    (name) => /^[A-Za-z_$][\w$]*$/.test(name) && !KEPT.has(name) && !CONSTANTS.has(name),
  );
}

/** `Function` as WeChat has it: no code from text, but `Function('return this')` gives the logic layer's global object. */
function restrictedFunction(globalObject: object): FunctionConstructor {
  const make = (args: unknown[]): unknown => {
    if (args.length === 1 && /^\s*return this;?\s*$/.test(String(args[0]))) return () => globalObject;
    throw new EvalError('The logic layer does not make code from text');
  };
  return new Proxy(Function, {
    apply: (_, __, args: unknown[]) => make(args),
    construct: (_, args) => make(args) as object,
  });
}

function timers(): LogicScope {
  return {
    setTimeout: (run: () => void, ms?: number, ...args: []) => window.setTimeout(run, ms, ...args),
    clearTimeout: (id?: number) => window.clearTimeout(id),
    setInterval: (run: () => void, ms?: number, ...args: []) => window.setInterval(run, ms, ...args),
    clearInterval: (id?: number) => window.clearInterval(id),
  };
}

/** Loads the mini-program's CommonJS modules, each once. */
export class ModuleLoader {
  private readonly cache = new Map<string, { exports: unknown }>();
  private readonly names: string[];
  private readonly values: unknown[];
  /** Folders of subpackages: the main package and other subpackages may not reach into them. */
  private readonly packages: string[];

  constructor(scope: LogicScope) {
    const globalObject: LogicScope = {};
    for (const name of KEPT) {
      const value: unknown = Reflect.get(window, name);
      if (value !== undefined) globalObject[name] = value;
    }
    const given: LogicScope = { ...timers(), ...scope, global: globalObject, globalThis: globalObject };
    given.Function = restrictedFunction(globalObject);
    Object.assign(globalObject, given);
    const hidden = browserNames().filter((name) => !(name in given));
    this.names = [...Object.keys(given), ...hidden, 'eval'].filter((name, i, all) => all.indexOf(name) === i);
    this.values = this.names.map((name) => given[name]);
    this.packages = [...(bundle.app.subPackages ?? bundle.app.subpackages ?? [])].map((part) => {
      return `${part.root.replace(/^\/|\/$/g, '')}/`;
    });
  }

  /**
   * Runs a module unless it ran before.
   * @throws when there is no such file, or it belongs to another subpackage
   */
  require(file: string): unknown {
    const done = this.cache.get(file);
    if (done) return done.exports;
    const source = bundle.modules[file];
    if (source === undefined) throw new Error(`module '${file}' is not defined`);
    const module = { exports: {} as unknown };
    this.cache.set(file, module);
    const inner = (path: string): unknown => {
      const target = new URL(path.endsWith('.js') ? path : `${path}.js`, `http://x/${file}`).pathname.slice(
        1,
      );
      const home = this.packages.find((root) => target.startsWith(root));
      if (home && !file.startsWith(home))
        throw new Error(`${file} may not require '${target}' of a subpackage`);
      return this.require(target);
    };
    this.compile(file, source).call(undefined, inner, module, module.exports);
    return module.exports;
  }

  /** Two nested functions: a module may declare a name that is hidden, which a parameter of its own would forbid. */
  private compile(file: string, source: string): Factory {
    const body = `return function(require,module,exports){"use strict";${source}\n}\n//# sourceURL=weapp:///${file}`;
    const outer = Reflect.construct(Function, [...this.names, body]) as (...values: unknown[]) => Factory;
    return outer(...this.values);
  }
}
