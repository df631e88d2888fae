import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { distance } from 'fastest-levenshtein';
import type { Logger } from 'pino';
import type { z } from 'zod';
import { AppError, type ErrorBody } from '../../domain/errors.ts';

/** The error as it goes over the wire. */
function bodyOf(code: string, message: string, details?: unknown): ErrorBody {
  return { error: { code, message, ...(details === undefined ? {} : { details }) } };
}

/** Up to three of the known names, most similar to the given one first. */
export function nearestNames(name: string, known: readonly string[]): string[] {
  return known
    .map((candidate) => ({ candidate, far: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** An error that names an unknown word and the nearest known ones. */
export function unknownName(what: string, name: string, known: readonly string[]): AppError {
  const nearest = nearestNames(name, known);
  return new AppError(
    'invalid_input',
    `There is no ${what} "${name}". Nearest: ${nearest.join(', ')}.`,
    { name, nearest },
  );
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  const place = issue.path.filter((part) => typeof part === 'string').join('.');
  return place === '' ? issue.message : `${place}: ${issue.message}`;
}

/** Turns what a request's schema found wrong into one error that names every place. */
export function invalidInput(error: z.core.$ZodError): AppError {
  const { issues } = error;
  const sentences = issues.map((issue) => sentenceOf(issue));
  const details = issues.map((issue, index) => ({
    path: issue.path.map(String),
    message: sentences[index],
  }));
  return new AppError('invalid_input', sentences.join('; '), details);
}

/**
 * Answers any thrown error in the one error shape. What nobody foresaw is logged with its request id and
 * answered without its message.
 */
export function answerError(error: Error, context: Context, log: Logger): Response {
  if (error instanceof AppError) {
    return context.json(bodyOf(error.code, error.message, error.details), error.status);
  }
  if (error instanceof HTTPException) {
    const code = error.status === 403 ? 'not_allowed' : 'invalid_input';
    return context.json(bodyOf(code, error.message || 'The request was refused.'), error.status);
  }
  const requestId: unknown = context.get('requestId');
  log.error({ err: error, requestId }, 'unexpected error');
  return context.json(
    bodyOf(
      'internal',
      `Something went wrong on our side. The log has the details under request ${String(requestId)}.`,
    ),
    500,
  );
}
