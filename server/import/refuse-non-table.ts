import type { FileRefusal } from '../../domain/records/file-refusals.ts';
import { bytesOf } from './decode.ts';
import { refusal } from './refusal.ts';

/** How much of a file's beginning is looked at. */
export const HEAD_BYTES = 65_536;

/** The bytes that a ZIP archive, and so a workbook, begins with. */
export const ZIP_MAGIC = [0x50, 0x4b, 0x03, 0x04] as const;

/** What is no table, by its first bytes. An old or an encrypted workbook is told apart by what is in it. */
const STRANGERS: readonly (readonly [FileRefusal, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['gzip', [0x1f, 0x8b]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
];

const OLE_MAGIC = [0xd0, 0xcf, 0x11, 0xe0] as const;
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const MARKUPS: readonly (readonly [FileRefusal, RegExp])[] = [
  ['web_page', /^\s*<(?:!doctype html|html|head|body|table|meta|style|\?xml|!--)/i],
  ['json', /^\s*(?:\[\s*)?\{\s*"[^"]*"\s*:/],
  ['document', /^\{\\rtf/],
];

/** Whether a file begins with some bytes. */
export function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

/**
 * Refuses what is neither text nor a ZIP archive, by its first bytes.
 * @throws AppError `not_a_table` that says what it is and what to do.
 */
export async function refuseNonTable(path: string, head: Buffer): Promise<void> {
  if (head.length === 0) throw refusal('empty');
  if (startsWith(head, OLE_MAGIC)) {
    throw refusal((await isEncrypted(path)) ? 'encrypted_workbook' : 'old_workbook');
  }
  const stranger = STRANGERS.find(([, magic]) => startsWith(head, magic));
  if (stranger !== undefined) throw refusal(stranger[0]);
}

/** A workbook with a password is an old container with a stream of this name. */
async function isEncrypted(path: string): Promise<boolean> {
  let end: Uint8Array = new Uint8Array(0);
  for await (const chunk of bytesOf(path)) {
    const bytes = Buffer.concat([end, chunk]);
    if (bytes.includes(ENCRYPTED)) return true;
    end = bytes.subarray(-ENCRYPTED.length);
  }
  return false;
}

/**
 * Refuses text that is no table, by its beginning.
 * @throws AppError `not_a_table` that says what it is and what to do.
 */
export function refuseMarkup(text: string): void {
  const found = MARKUPS.find(([, pattern]) => pattern.test(text));
  if (found !== undefined) throw refusal(found[0]);
}
