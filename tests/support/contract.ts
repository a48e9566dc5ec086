/** What the OpenAPI document says of requests, as far as tests make requests from it. */
export interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  example?: unknown;
  nullable?: boolean;
  minimum?: number;
  minLength?: number;
  format?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
}

interface Operation {
  parameters?: { name: string; in: 'path' | 'query' | 'header' }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** One operation: where it is, what its query takes, and its body's schema when it has one. */
export interface ContractOperation {
  method: 'get' | 'post' | 'put' | 'patch';
  /** Below /api/v1, with {parameters}. */
  path: string;
  query: string[];
  body: Schema | null;
}

/** The operations of the document that an application serves. */
export class Contract {
  private constructor(private readonly document: Document) {}

  static async of(url: string): Promise<Contract> {
    return new Contract((await (await fetch(`${url}/api/openapi.json`)).json()) as Document);
  }

  operations(): ContractOperation[] {
    return Object.entries(this.document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method as ContractOperation['method'],
        path: path.replace(/^\/api\/v1/, ''),
        query: (operation.parameters ?? []).filter((one) => one.in === 'query').map((one) => one.name),
        body: operation.requestBody?.content['application/json']?.schema ?? null,
      })),
    );
  }

  /** The schema itself behind references. */
  resolve(schema: Schema): Schema {
    if (schema.$ref !== undefined) {
      return this.resolve(this.document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
    }
    return schema.allOf?.[0] === undefined ? schema : this.resolve(schema.allOf[0]);
  }

  /** A value of the schema; `known` gives properties by name that only the test can know. */
  example(schema: Schema, known: Readonly<Record<string, unknown>>): unknown {
    const { type, properties, items, ...rest } = this.resolve(schema);
    if (properties !== undefined) {
      return Object.fromEntries(
        Object.entries(properties).map(([name, one]) => [
          name,
          name in known ? known[name] : this.example(one, known),
        ]),
      );
    }
    if (rest.example !== undefined) return rest.example;
    if (rest.enum !== undefined) return rest.enum[0];
    if (type === 'array') return items === undefined ? [] : [this.example(items, known)];
    if (type === 'boolean') return true;
    if (type === 'number' || type === 'integer') return rest.minimum ?? 1;
    if (type === 'object') return {};
    return '合'.repeat(Math.max(2, rest.minLength ?? 2));
  }
}

/** Every place inside a value: `[]` is the value itself, `['policy', 'audience']` a property of a property. */
export function placesIn(value: unknown, at: readonly string[] = []): string[][] {
  const inside =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, one]) => placesIn(one, [...at, name]))
      : [];
  return [[...at], ...inside];
}

/** A copy of the value with something else in one of its places. */
export function withAt(value: unknown, place: readonly string[], other: unknown): unknown {
  const [name, ...rest] = place;
  if (name === undefined) return other;
  if (Array.isArray(value)) {
    return value.map((one: unknown, index) => (String(index) === name ? withAt(one, rest, other) : one));
  }
  const object = value as Record<string, unknown>;
  return { ...object, [name]: withAt(object[name], rest, other) };
}
