import { queryOptions } from '@tanstack/react-query';
import { client } from './client.ts';
import { readAnswer, readCreated } from './read-answer.ts';

const feeds = client.api['calendar-feeds'];

/** The own addresses for calendar programs. */
export const calendarFeedsOptions = queryOptions({
  queryKey: ['accounts', 'calendar-feeds'],
  queryFn: () => readAnswer(feeds.$get()),
});

/** Makes an address for a calendar program; the answer's path is shown once. */
export function createCalendarFeed(name: string) {
  return readCreated(feeds.$post({ json: { name } }));
}

/** Revokes one of the own addresses. */
export function removeCalendarFeed(id: number) {
  return readAnswer(feeds[':id'].$delete({ param: { id: String(id) } }));
}
