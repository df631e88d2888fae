import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { distance } from 'fastest-levenshtein';
import type { Logger } from 'pino';
import type { z } from 'zod';
import { AppError, type ErrorBody } from '../../domain/errors.ts';
import { languageOf } from './request-language.ts';

/** The error as it goes over the wire. */
function bodyOf(code: string, message: string, details?: unknown): ErrorBody {
  return { error: { code, message, ...(details === undefined ? {} : { details }) } };
}

/** Longer texts of a request are cut in a message: an answer stays an answer, whatever was sent. */
const LONGEST_NAME = 80;
const LONGEST_SENTENCE = 500;
const MOST_ISSUES = 20;

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)}…`;
}

/** Up to three of the known names, most similar to the given one first. */
function nearestNames(name: string, known: readonly string[]): string[] {
  return known
    .map((candidate) => ({ candidate, far: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** An error that names an unknown word and the nearest known ones. */
export function unknownName(what: string, name: string, known: readonly string[]): AppError {
  const shown = shortened(name, LONGEST_NAME);
  const nearest = nearestNames(shown, known);
  return new AppError(
    'invalid_input',
    `There is no ${what} "${shown}". Nearest: ${nearest.join(', ')}.`,
    { name: shown, nearest },
  );
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  const place = issue.path.filter((part) => typeof part === 'string').join('.');
  return shortened(place === '' ? issue.message : `${place}: ${issue.message}`, LONGEST_SENTENCE);
}

/** Turns what a request's schema found wrong into one error that names every place, up to twenty of them. */
export function invalidInput(error: z.core.$ZodError): AppError {
  const issues = error.issues.slice(0, MOST_ISSUES);
  const more = error.issues.length - issues.length;
  const sentences = issues.map((issue) => sentenceOf(issue));
  const details = issues.map((issue, index) => ({
    path: issue.path.map(String),
    message: sentences[index],
  }));
  const rest = more === 0 ? [] : [`and ${more} more of the kind`];
  return new AppError('invalid_input', [...sentences, ...rest].join('; '), details);
}

/**
 * Answers any thrown error in the one error shape. What nobody foresaw is logged with its request id and answered
 * without its message.
 */
export function answerError(error: Error, context: Context, log: Logger): Response {
  if (error instanceof AppError) {
    const { code, sentence, details, status } = error;
    const message = typeof sentence === 'string' ? sentence : sentence[languageOf(context)];
    return context.json(bodyOf(code, message, details), status);
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
