import { queryOptions } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { client } from './client.ts';
import { readAnswer } from './read-answer.ts';

const { releases } = client.api;
const one = releases[':id'];

/** The releases so far, and from when the next one is possible. */
export type Releases = InferResponseType<typeof releases.$get, 200>;

export type Release = Releases['releases'][number];

/** What would be published, with one part in full where it was asked for. */
export type ReleasePreview = InferResponseType<typeof releases.$post, 200>;

export type PreviewPart = NonNullable<ReleasePreview['part']>;
export type PreviewTable = PreviewPart['tables'][number];
export type PreviewRow = PreviewTable['rows'][number];
export type PreviewFigure = PreviewRow['own'];

/** A school, or one of its colleges. */
export type PartOwner = Pick<InferRequestType<typeof releases.$post>['json'], 'school' | 'college'>;

/** The releases, newest first. They change without the data's version. */
export const releasesOptions = queryOptions({
  queryKey: ['releases', 'list'],
  queryFn: () => readAnswer(releases.$get()),
  staleTime: 0,
});

/** What would be published now. The server takes some time for the first answer, and remembers it. */
export function releasePreviewOptions(owner: PartOwner) {
  return queryOptions({
    queryKey: ['releases', 'preview', owner],
    queryFn: (): Promise<ReleasePreview> =>
      readAnswer(releases.$post({ json: { preview: true, ...owner } })),
  });
}

/** What a release said. It is never changed, only withdrawn. */
export function publishedReleaseOptions(id: number, { school, college }: PartOwner) {
  const query = {
    ...(school === undefined ? {} : { school: String(school) }),
    ...(college === undefined ? {} : { college: String(college) }),
  };
  return queryOptions({
    queryKey: ['releases', 'published', id, query],
    queryFn: () => readAnswer(one.$get({ param: { id: String(id) }, query })),
  });
}

/** Publishes what was previewed, by its tag. */
export async function publishRelease(tag: string): Promise<void> {
  await readAnswer(releases.$post({ json: { tag } }));
}

/** Withdraws a release. */
export async function withdrawRelease(id: number): Promise<void> {
  await readAnswer(one.$delete({ param: { id: String(id) } }));
}
