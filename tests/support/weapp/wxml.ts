import { BUILTIN_TAGS } from './wxss.js';

const BUILTINS = new Set<string>(BUILTIN_TAGS);
const SYNTAX = new Set(['import', 'template', 'wxs', 'block', 'slot', 'include']);
const TAG = /<(\/?)([a-z][\w-]*)((?:\s+[^\s"'<>=/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)/g;
const ATTRIBUTE = /([^\s"'<>=/]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'))?/g;
const NOT_A_PROPERTY =
  /^(?:(?:capture-)?(?:bind|catch)|mut-bind|data-|mark:|wx:|generic:|worklet:|class$|style$|id$|slot$)/;

export interface ConvertedWxml {
  /** The template with WeChat's elements renamed to `wx-*`. */
  text: string;
  /** Attributes used, by element (without the prefix), in camelCase. */
  attributes: Map<string, Set<string>>;
  /** Tags that are neither WeChat's nor syntax: they must be custom components. */
  customTags: Set<string>;
}

const camel = (name: string): string =>
  name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Renames WeChat's elements so that glass-easel takes them for components the host defines. */
export function convertWxml(source: string): ConvertedWxml {
  const attributes = new Map<string, Set<string>>();
  const customTags = new Set<string>();
  const text = source.replace(TAG, (whole, slash: string, name: string, rest: string) => {
    if (SYNTAX.has(name)) return whole;
    if (!BUILTINS.has(name)) {
      if (!slash) customTags.add(name);
      return whole;
    }
    const names = attributes.get(name) ?? new Set<string>();
    attributes.set(name, names);
    for (const [, attribute] of rest.matchAll(ATTRIBUTE)) {
      if (attribute && !NOT_A_PROPERTY.test(attribute)) names.add(camel(attribute.replace(/^model:/, '')));
    }
    return `<${slash}wx-${name}${rest}`;
  });
  return { text, attributes, customTags };
}
