import { linksText } from '../../domain/cooperation/links.ts';
import { promisesText } from '../../domain/cooperation/promises.ts';
import { yearlyText } from '../../domain/cooperation/yearly-use.ts';
import type { CooperationEntry } from './cooperation-entry.ts';
import type {
  CONTACT_ROLES,
  COOPERATION_MINUTES,
  COOPERATION_PROMISES,
} from './cooperation-terms.ts';
import type { CsvRow } from './csv.ts';
import type { InstitutionKey } from './institutions.ts';

type Said = readonly [
  due: string,
  owner: keyof typeof CONTACT_ROLES,
  text: keyof typeof COOPERATION_PROMISES,
  done?: 'done',
];

/** What the last visit to a school left open, and what was talked about. */
const VISITED: Readonly<
  Partial<
    Record<
      InstitutionKey,
      { promises: readonly Said[]; minutes?: keyof typeof COOPERATION_MINUTES }
    >
  >
> = {
  anchor: {
    promises: [
      ['2026-09-15', 'Campus recruiting', 'Send the list of internship places'],
      ['2026-07-01', 'Career office', 'Name the trainees of this year', 'done'],
      ['2026-11-10', 'Dean’s office', 'Answer about the digital plant course'],
    ],
    minutes: 'Places for interns, the new course, and the renewal of the agreement',
  },
  vocational: {
    promises: [['2026-10-05', 'Campus recruiting', 'Choose mentors for the order class']],
    minutes: 'The order class and its mentors',
  },
  elite: { promises: [['2026-08-20', 'Research office', 'Draft the next research project']] },
};

const USED: Readonly<Partial<Record<InstitutionKey, readonly number[]>>> = {
  anchor: [41, 46, 52, 55],
  vocational: [48, 61, 70, 74],
  industry: [19, 22, 27, 24],
  regional: [9, 12, 15, 17],
  renamed: [8, 11, 14, 13],
};

const FIRST_USE = 2023;

function baseDetails({ key }: CooperationEntry): CsvRow {
  const uses = (USED[key] ?? []).map((people, index) => ({ year: FIRST_USE + index, people }));
  return { used: yearlyText(uses) ?? '' };
}

function visitDetails({ key, next }: CooperationEntry): CsvRow {
  const { promises = [], minutes = '' } = (next === undefined ? undefined : VISITED[key]) ?? {};
  const kept = promises.map(([due, owner, text, done]) => ({
    due_on: due,
    owner,
    text,
    done: done !== undefined,
  }));
  return { promises: promisesText(kept) ?? '', minutes };
}

const STAGES: Readonly<Partial<Record<CooperationEntry['title'], string>>> = {
  'Joint research: catalysts': 'research',
  'Joint research: polymers': 'results',
  'Transfer of a purification process': 'in_use',
};

/** What only some kinds of cooperation have, by column. */
export function detailsOf(entry: CooperationEntry): CsvRow {
  switch (entry.kind) {
    case 'internship_base':
      return baseDetails(entry);
    case 'visit':
      return visitDetails(entry);
    case 'training':
      return { mentors: entry.title === 'Order class' ? '6' : '4', hours: '120' };
    case 'course':
      return { courses: '1', hours: entry.title === 'Process safety course' ? '48' : '64' };
    case 'research':
      return { results_stage: STAGES[entry.title] ?? '' };
    case 'agreement':
      return entry.status === 'active'
        ? {
            links:
              linksText([{ title: null, url: `https://files.example/agreements/${entry.key}` }]) ??
              '',
          }
        : {};
    default:
      return {};
  }
}
