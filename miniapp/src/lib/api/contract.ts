/** The BFF's generated contract, turned so that a call needs only its path: `Answer<'get', '/venues/{id}'>`. */
import type { components, paths } from '@jiefang/shared/api.gen';

/** The resources by the names the BFF gives them. */
export type Schemas = components['schemas'];

type Verb = 'get' | 'post' | 'put' | 'patch';
type Base = '/api/v1';

/** Paths below /api/v1 that answer to a verb. */
export type PathOf<V extends Verb> = {
  [Path in keyof paths]: paths[Path] extends Record<V, { responses: unknown }>
    ? Path extends `${Base}${infer Rest}`
      ? Rest
      : never
    : never;
}[keyof paths];

type OperationAt<V extends Verb, Path> = `${Base}${Path & string}` extends infer Full extends keyof paths
  ? paths[Full][V]
  : never;

type JsonOf<Reply> = Reply extends { content: { 'application/json': infer Json } } ? Json : never;
type Success<Responses> = Responses extends { 200: infer Ok }
  ? JsonOf<Ok>
  : Responses extends { 201: infer Created }
    ? JsonOf<Created>
    : null;

/** What a call answers; null where there is nothing to say (204). */
export type Answer<V extends Verb, Path> =
  OperationAt<V, Path> extends { responses: infer Responses } ? Success<Responses> : never;

type Nullable<Values> = { [Name in keyof Values]: Values[Name] | null };

type PathPart<Operation> = Operation extends { parameters: { path: infer Values } }
  ? { path: Values }
  : { path?: undefined };
type QueryPart<Operation> = Operation extends { parameters: { query?: infer Values } }
  ? [Values] extends [undefined]
    ? { query?: undefined }
    : { query?: Nullable<NonNullable<Values>> }
  : Operation extends { parameters: { query: infer Values } }
    ? { query: Nullable<Values> }
    : { query?: undefined };
type BodyPart<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Body } } }
  ? { body: Body }
  : { body?: undefined };

/** Writes that a phone may repeat take the idempotency key of the reader's action. */
type KeyPart<Operation> = Operation extends { parameters: { header: { 'Idempotency-Key': string } } }
  ? { key: string }
  : { key?: undefined };

/** What a call needs besides its path. */
type Options<V extends Verb, Path> = PathPart<OperationAt<V, Path>> &
  QueryPart<OperationAt<V, Path>> &
  BodyPart<OperationAt<V, Path>> &
  KeyPart<OperationAt<V, Path>>;

/** The options as an argument, which may be left out when none of them is required. */
export type Given<V extends Verb, Path> =
  object extends Options<V, Path> ? [options?: Options<V, Path>] : [options: Options<V, Path>];
