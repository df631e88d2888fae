import { RequestError } from '../../api/request-error.ts';

/** An error that a person should read; that a check was stopped is known to whoever stopped it. */
export function unlessStopped(error: Error | null): Error | null {
  return error instanceof RequestError && error.refusal === 'check_stopped' ? null : error;
}
