import { AppError } from '../../domain/errors.ts';
import type { Logo } from '../store/settings-ports.ts';

/** Largest file of a logo, in bytes. */
const LARGEST_LOGO = 512 * 1024;
/** Most pixels on a side. */
const LONGEST_SIDE = 4096;

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const SVG_START = /^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*<svg[\s>]/;
/** What a drawing needs none of: scripts, handlers, foreign content, entities, and anything from elsewhere. */
const SVG_FORBIDDEN =
  /<\s*(?:script|foreignObject|iframe|embed|object|handler|listener)\b|\son\w+\s*=|<!DOCTYPE|<!ENTITY|<\?xml-stylesheet|javascript:|@import|(?:href|src)\s*=\s*["']?\s*(?!#|["']?\s*#|data:image\/(?:png|jpeg);)[^\s"'>]|url\(\s*["']?\s*(?!#)[^\s"')]/i;

function unusable(en: string, zh: string): AppError {
  return new AppError('unusable', { en, zh });
}

/** Width and height of a PNG, from its first chunk. */
function sizeOfPng(bytes: Buffer): { width: number; height: number } | null {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Width and height of a JPEG, from its frame header. */
function sizeOfJpeg(bytes: Buffer): { width: number; height: number } | null {
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    const isFrame =
      marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

function checkSize(size: { width: number; height: number } | null): void {
  if (size === null || size.width === 0 || size.height === 0) {
    throw unusable('The picture is damaged.', '图片已损坏。');
  }
  if (Math.max(size.width, size.height) > LONGEST_SIDE) {
    throw unusable(
      `The picture is ${size.width} × ${size.height} pixels. ${LONGEST_SIDE} on a side are the most.`,
      `图片为 ${size.width} × ${size.height} 像素，每边最多 ${LONGEST_SIDE} 像素。`,
    );
  }
}

function checkSvg(text: string): void {
  const found = SVG_FORBIDDEN.exec(text);
  if (found === null) return;
  const what = found[0].trim().slice(0, 40);
  throw unusable(
    `The drawing holds “${what}”, which a logo needs none of. Save it as a plain SVG without scripts, or as PNG.`,
    `该 SVG 包含“${what}”，徽标不需要这类内容。请另存为不含脚本的普通 SVG，或使用 PNG。`,
  );
}

/**
 * The picture that some bytes are, by what they are and not by what they are called.
 * @throws AppError `too_large`, or `unusable` for what is no PNG, JPEG or plain SVG.
 */
export function checkLogo(bytes: Buffer): Logo {
  if (bytes.length > LARGEST_LOGO) {
    throw new AppError('too_large', {
      en: `The picture is larger than ${LARGEST_LOGO / 1024} KB.`,
      zh: `图片大于 ${LARGEST_LOGO / 1024} KB。`,
    });
  }
  if (bytes.subarray(0, PNG.length).equals(PNG)) {
    checkSize(sizeOfPng(bytes));
    return { type: 'image/png', bytes };
  }
  if (bytes[0] === 0xff && bytes[1] === 0xd8) {
    checkSize(sizeOfJpeg(bytes));
    return { type: 'image/jpeg', bytes };
  }
  const text = bytes.toString('utf8');
  if (SVG_START.test(text)) {
    checkSvg(text);
    return { type: 'image/svg+xml', bytes };
  }
  throw unusable('This is no PNG, JPEG or SVG.', '该文件不是 PNG、JPEG 或 SVG 图片。');
}
