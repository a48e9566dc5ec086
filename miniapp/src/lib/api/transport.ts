import Taro from '@tarojs/taro';
import { isWeapp } from '../platform';
import { networkDown } from './error';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH';

/** One HTTP exchange, before its meaning is looked at. */
export interface Exchange {
  method: Method;
  /** Path and query below /api/v1. */
  path: string;
  headers: Record<string, string>;
  body?: unknown;
}

export interface Answer {
  status: number;
  body: unknown;
}

const TIMEOUT_MS = 15_000;

/** Sends one request. Throws the network error of `./error` when there is no answer at all. */
export async function send({ method, path, headers, body }: Exchange): Promise<Answer> {
  try {
    const answer = await Taro.request<unknown, object>({
      url: `${API_BASE}/api/v1${path}`,
      // WeChat's list of methods has no PATCH: there the BFF takes the same change by PUT.
      method: method === 'PATCH' && isWeapp ? 'PUT' : method,
      header: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { data: body as object }),
      timeout: TIMEOUT_MS,
    });
    return { status: answer.statusCode, body: answer.data };
  } catch (cause) {
    const failed = cause as { statusCode?: number; status?: number; data?: unknown };
    const status = failed.statusCode ?? failed.status;
    if (typeof status === 'number' && status > 0) return { status, body: failed.data };
    throw networkDown();
  }
}
