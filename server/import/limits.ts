const MIB = 1024 * 1024;

/** What an import takes at most; the one place where this is said. */
export const LIMITS = {
  /** Bytes of an uploaded file. */
  fileBytes: 200 * MIB,
  rows: 5_000_000,
  columns: 200,
  /** Bytes of one cell, as UTF-8. */
  cellBytes: 64 * 1024,
  /** Bytes that the parts of a workbook may have once unpacked. */
  unpackedBytes: 384 * MIB,
  /** Files within a workbook. */
  zipEntries: 10_000,
} as const;
