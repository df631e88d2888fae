import { expect } from 'vitest';
import type { Answer } from './read-app.ts';

/** The one error shape: a code, a sentence, perhaps details, and nothing else. */
export function expectError(answer: Answer, status: number, code: string): void {
  expect(answer.status, answer.text).toBe(status);
  expect(Object.keys(answer.body), answer.text).toEqual(['error']);
  const { error } = answer.body;
  expect(error.code).toBe(code);
  expect(error.message).toMatch(/\S.{8,}/);
  expect(['code', 'message', 'details']).toEqual(expect.arrayContaining(Object.keys(error)));
  expect(answer.text.length).toBeLessThan(20_000);
}
