import { queryOptions } from '@tanstack/react-query';
import type { InferRequestType } from 'hono/client';
import { client } from './client.ts';
import { readAnswer } from './read-answer.ts';

const { settings } = client.api;

export type SettingsChange = InferRequestType<typeof settings.$patch>['json'];

/** The settings of the deployment, for administrators. */
export const settingsOptions = queryOptions({
  queryKey: ['settings'],
  queryFn: () => readAnswer(settings.$get()),
});

/** Changes what is named; null takes a value away. */
export function changeSettings(json: SettingsChange) {
  return readAnswer(settings.$patch({ json }));
}

/** Sets the company's logo. */
export function setLogo(file: File) {
  return readAnswer(settings.logo.$put({}, { init: { body: file } }));
}

/** Takes the logo away. */
export function removeLogo() {
  return readAnswer(settings.logo.$delete());
}
