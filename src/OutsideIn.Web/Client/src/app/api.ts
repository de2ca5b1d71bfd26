import { keepPreviousData, useQuery } from '@tanstack/react-query';
import createClient from 'openapi-fetch';
import type { components, paths } from '../schema';
import { isReport, repliesFetch } from './report';

export type Schemas = components['schemas'];
export type Problem = Schemas['ProblemReply'];
export type Table = Schemas['TableView'];
export type Card = Schemas['CardView'];
export type ChartData = Schemas['ChartView'];

export const api = createClient<paths>({ baseUrl: isReport ? 'http://report.invalid' : window.location.origin, fetch: isReport ? repliesFetch : undefined });

/** A refusal of the server, thrown so that the query that asked shows it. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

const unreachable = (reason: unknown): Problem => ({
  type: 'about:blank', title: 'The workspace does not answer', status: 0, code: '', detail: reason instanceof Error ? reason.message : String(reason),
  hint: 'Is the program still running in its terminal? Start it again and reload this page.',
});

/** The data of a reply, or the refusal in it as an exception. */
export async function sent<T>(asking: Promise<{ data?: T; error?: unknown }>): Promise<T> {
  let reply: { data?: T; error?: unknown };
  try {
    reply = await asking;
  } catch (reason) {
    throw new Refusal(unreachable(reason));
  }
  if (reply.error !== undefined) throw new Refusal(reply.error as Problem);
  return reply.data as T;
}

type LogPath = Extract<keyof paths, `/api/logs/{id}/${string}`>;
type Sent<P extends keyof paths> = paths[P] extends { get: { responses: { 200: { content: { 'application/json': infer T } } } } } ? T : never;

/**
 * The reply of a page of a log. `query` becomes the address's query; the reply of the query before stays on screen while the next loads.
 * `page` is the path below the log, such as '/api/logs/{id}/overview'.
 */
export function useLogPage<P extends LogPath>(page: P, id: string, query: Record<string, string | number | undefined> = {}, more: Record<string, string> = {}) {
  return useQuery({
    queryKey: ['log', id, page, more, query],
    queryFn: () => sent(api.GET(page as never, { params: { path: { id, ...more }, query } } as never) as Promise<{ data?: Sent<P>; error?: unknown }>),
    placeholderData: keepPreviousData,
  });
}
