import { createContext, use } from 'react';
import { createFormatter, type Formatter } from '../../domain/formatter.ts';

/** The currency until the server has said which it is. */
export const USUAL_CURRENCY = 'CNY';

/** The page's formatter. Making one costs more than a cell that uses it, so there is one for all. */
export const FormatterContext = createContext<Formatter>(createFormatter('en', USUAL_CURRENCY));

/** Writes figures in the language of the page and the currency of the deployment. */
export function useFormatter(): Formatter {
  return use(FormatterContext);
}
