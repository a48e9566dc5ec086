import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import { DESK } from './desk';

/** Takes all of an item's minutes back. */
export function reverseHours({ id, reason }: { id: string; reason: string }, key: string) {
  return api.post('/staff/hours/{id}/reverse', { path: { id }, body: { reason }, key });
}

/** Adds or takes minutes (signed, not 0) as an item of its own. */
export function adjustHours({ id, ...body }: { id: string; minutes: number; reason: string }, key: string) {
  return api.post('/staff/hours/{id}/adjust', { path: { id }, body, key });
}

/** Upheld takes the item back, dismissed keeps it. */
export interface ObjectionAnswer {
  id: string;
  decision: 'upheld' | 'dismissed';
  answer: string;
}

export function answerObjection({ id, ...body }: ObjectionAnswer, key: string) {
  return api.post('/staff/objections/{id}/answer', { path: { id }, body, key });
}

/** A year of a division's recorded hours, of one unit when it is named. */
export function useDivisionStatement(code: string, year: number, unit: string | null) {
  return useQuery({
    queryKey: [DESK, 'statement', code, year, unit],
    queryFn: () => api.get('/staff/divisions/{code}/statements', { path: { code }, query: { year, unit } }),
    placeholderData: keepPreviousData,
  });
}

/** Where the statement can be fetched for a short while. */
export async function statementLink(
  code: string,
  query: { year: number; unit: string | null; format: 'pdf' | 'xlsx' },
): Promise<string> {
  return (await api.get('/staff/divisions/{code}/statement-link', { path: { code }, query })).path;
}

/** Hours that each star asks for at a division. */
export function useStarTable(code: string) {
  return useQuery({
    queryKey: [DESK, 'stars', code],
    queryFn: () => api.get('/staff/divisions/{code}/stars', { path: { code } }),
  });
}

/** A city's or district's own table, ascending. The same table again changes nothing, so it needs no key. */
export function saveStars({ code, hours }: { code: string; hours: number[] }) {
  return api.put('/staff/divisions/{code}/stars', { path: { code }, body: { hours } });
}
