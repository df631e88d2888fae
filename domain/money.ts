/** Money is stored as integers of this many to one unit of the deployment's currency (cents, fen). */
export const MINOR_UNITS = 100;
