import type {
  Channel,
  CooperationKind,
  CooperationStatus,
  Degree,
  LeaveType,
  ResultsStage,
} from './enumerations.ts';
import { foldLetters, foldWidth } from './fold-text.ts';
import { orAbove, type PlanDegree } from './least-degree.ts';
import { read, readWithWarning, type Parsed } from './parsed.ts';
import {
  COOPERATION_KIND_BY_WORD,
  COOPERATION_STATUS_BY_WORD,
  RESULTS_STAGE_BY_WORD,
} from './synonyms-cooperation.ts';
import { CHANNEL_BY_WORD, DEGREE_BY_WORD, LEAVE_TYPE_BY_WORD } from './synonyms.ts';

/** In a column of degrees this says "postgraduate", and most of them are masters. */
const POSTGRADUATE = new Set(['研究生', 'postgraduate', 'graduateschool', '研究生学历']);

/** Words that turn a degree into the least one that is asked for. */
const OR_ABOVE = /\s*(?:\(?(?:及|或)?以上\)?(?:学历|学位)?|\+|(?:and|or)\s+(?:above|higher|up))$/i;

/** Reads a degree; an unknown one is `other`, with a warning. */
export function parseDegree(raw: string): Parsed<Degree> {
  const word = foldLetters(raw);
  const degree = DEGREE_BY_WORD.get(word);
  if (degree !== undefined) return read(degree);
  const value = raw.trim();
  if (POSTGRADUATE.has(word)) return readWithWarning('master', 'degree_graduate', { value });
  return readWithWarning('other', 'unknown_degree', { value });
}

/** Reads a recruiting channel; an unknown one is `other`, with a warning. */
export function parseChannel(raw: string): Parsed<Channel> {
  const channel = CHANNEL_BY_WORD.get(foldLetters(raw));
  if (channel !== undefined) return read(channel);
  return readWithWarning('other', 'unknown_channel', { value: raw.trim() });
}

/** Reads why an employment ended; an unknown reason is `unknown`, with a warning. */
export function parseLeaveType(raw: string): Parsed<LeaveType> {
  const type = LEAVE_TYPE_BY_WORD.get(foldLetters(raw));
  if (type !== undefined) return read(type);
  return readWithWarning('unknown', 'unknown_leave_type', { value: raw.trim() });
}

/** Reads the degree that a plan asks for: one, or `本科及以上`, a least one. */
export function parseLeastDegree(raw: string): Parsed<PlanDegree> {
  const text = foldWidth(raw);
  const least = text.replace(OR_ABOVE, '');
  const degree = parseDegree(least);
  if (least === text || 'error' in degree || degree.warning !== undefined) return degree;
  return read(orAbove(degree.value));
}

/** Reads what a company and a school do together; an unknown kind is `other`, with a warning. */
export function parseCooperationKind(raw: string): Parsed<CooperationKind> {
  const kind = COOPERATION_KIND_BY_WORD.get(foldLetters(raw));
  if (kind !== undefined) return read(kind);
  return readWithWarning('other', 'unknown_cooperation_kind', { value: raw.trim() });
}

/** Reads how far a cooperation is; an unknown state is `other`, with a warning. */
export function parseCooperationStatus(raw: string): Parsed<CooperationStatus> {
  const status = COOPERATION_STATUS_BY_WORD.get(foldLetters(raw));
  if (status !== undefined) return read(status);
  return readWithWarning('other', 'unknown_cooperation_status', { value: raw.trim() });
}

/** Reads how far the results of research have come; an unknown stage is `other`, with a warning. */
export function parseResultsStage(raw: string): Parsed<ResultsStage> {
  const stage = RESULTS_STAGE_BY_WORD.get(foldLetters(raw));
  if (stage !== undefined) return read(stage);
  return readWithWarning('other', 'unknown_results_stage', { value: raw.trim() });
}
