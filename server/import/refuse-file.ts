import { z } from 'zod';
import { AppError } from '../../domain/errors.ts';
import type { Language } from '../../domain/language.ts';
import {
  FILE_REFUSALS,
  refusalMessage,
  type FileRefusal,
  type RefusalParams,
} from '../../domain/records/file-refusals.ts';

const REFUSALS = Object.keys(FILE_REFUSALS) as FileRefusal[];

const detailsSchema = z.object({
  refusal: z.enum(REFUSALS),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** The error that refuses a file, in English; it knows how to be said in another language. */
export function refusal(name: FileRefusal, params: RefusalParams = {}): AppError {
  const message = refusalMessage(name, params, 'en');
  return new AppError(FILE_REFUSALS[name].code, message, { refusal: name, params });
}

/** The refusal of a file in a language; any other error is itself. */
export function refusalIn(error: unknown, language: Language): unknown {
  if (!(error instanceof AppError)) return error;
  const details = detailsSchema.safeParse(error.details);
  if (!details.success) return error;
  const { refusal: name, params } = details.data;
  return new AppError(error.code, refusalMessage(name, params, language), error.details);
}
