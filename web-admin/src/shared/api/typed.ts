import type { CallOptions, Query } from './client';
import type { Calls } from './schema';

/** How `schema.ts` types the helpers of the client. */

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
type CallsOf<M extends Method> = Extract<keyof Calls, `${M} ${string}`>;

/** The call that an address belongs to: `/meetings/${string}` is `GET /meetings/{id}`, not `GET /meetings/busy`. */
type CallAt<M extends Method, P extends string> = {
  [C in CallsOf<M>]: [P] extends [Calls[C]['path']] ? ([Calls[C]['path']] extends [P] ? C : never) : never;
}[CallsOf<M>];

type Known<M extends Method, P extends string> = [CallAt<M, P>] extends [never] ? never : P;
type Answer<M extends Method, P extends string> = Calls[CallAt<M, P>]['answer'];
type Body<M extends Method, P extends string> = Calls[CallAt<M, P>]['body'];

/** What may be left out may be empty too: it is not sent. */
type Optional<Q> = { [K in keyof Q]: undefined extends Q[K] ? Q[K] | null : Q[K] };
type Asked<M extends Method, P extends string> = Optional<Calls[CallAt<M, P>]['query']>;

/** An address that `schema.ts` does not know needs the type of its answer. */
interface Unstated {
  unstated: never;
}
type Stated<T> = [T] extends [Unstated] ? never : string;

export interface Get {
  <const P extends string>(
    path: P & Known<'GET', P>,
    query?: Asked<'GET', P>,
    signal?: AbortSignal,
  ): Promise<Answer<'GET', P>>;
  <T = Unstated>(path: Stated<T>, query?: Query, signal?: AbortSignal): Promise<T>;
}

export interface Send<M extends 'POST' | 'PUT'> {
  <const P extends string>(
    path: P & Known<M, P>,
    ...sent: undefined extends Body<M, P>
      ? [body?: Body<M, P>, options?: CallOptions]
      : [body: Body<M, P>, options?: CallOptions]
  ): Promise<Answer<M, P>>;
  <T = Unstated>(path: Stated<T>, body?: unknown, options?: CallOptions): Promise<T>;
}

export interface Delete {
  <const P extends string>(path: P & Known<'DELETE', P>, options?: CallOptions): Promise<Answer<'DELETE', P>>;
  <T = Unstated>(path: Stated<T>, options?: CallOptions): Promise<T>;
}
