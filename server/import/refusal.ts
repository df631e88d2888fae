import { AppError } from '../../domain/errors.ts';
import {
  REFUSALS,
  refusalMessage,
  refusalSchema,
  type Refusal,
  type RefusalName,
  type RefusalParams,
} from '../../domain/records/refusals.ts';
import type { Finding } from '../../domain/records/issues.ts';

/**
 * The error that refuses something, in both languages.
 * @param issue the issue whose sentence the refusal quotes.
 * @param more what scripts find in the details besides.
 */
export function refusal(
  name: RefusalName,
  params: RefusalParams = {},
  issue?: Finding,
  more: Readonly<Record<string, unknown>> = {},
): AppError {
  const said: Refusal = {
    refusal: name,
    params: shortened(params),
    ...(issue === undefined ? {} : { issue: { code: issue.code, params: { ...issue.params } } }),
  };
  const sentence = { en: refusalMessage(said, 'en'), zh: refusalMessage(said, 'zh') };
  return new AppError(REFUSALS[name].code, sentence, { ...more, ...said });
}

/** A sentence stays a sentence, whatever was sent. */
const LONGEST_PARAM = 400;

function shortened(params: RefusalParams): RefusalParams {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && value.length > LONGEST_PARAM
        ? `${value.slice(0, LONGEST_PARAM)}…`
        : value,
    ]),
  );
}

/** What an error refuses, to be kept; null where it is no refusal of ours. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof AppError)) return null;
  const { data } = refusalSchema.safeParse(error.details);
  return data ?? null;
}
