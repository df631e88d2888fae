/** A request that was refused or failed: the server's code and sentence, or `offline` where no answer came. */
export class RequestError extends Error {
  readonly code: string;
  readonly status: number;
  /** The server's name for why it refused, where it has one. */
  readonly refusal: string | null;

  /** What the server says besides its sentence. */
  readonly details: unknown;

  constructor(
    code: string,
    message: string,
    status: number,
    refusal: string | null = null,
    details?: unknown,
  ) {
    super(message);
    this.name = 'RequestError';
    this.code = code;
    this.status = status;
    this.refusal = refusal;
    this.details = details;
  }
}
