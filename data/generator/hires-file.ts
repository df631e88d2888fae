import { isoDate } from './calendar.ts';
import type { Candidate } from './candidate.ts';
import { toCsv, type CsvRow } from './csv.ts';
import { nameInYear } from './institutions.ts';
import { CITIES } from './places.ts';
import { integer, randomFrom, shuffled } from './random.ts';
import { rehires } from './rehires.ts';

const COLUMNS = [
  'candidate_id',
  'employee_id',
  'company',
  'school',
  'college',
  'major',
  'degree',
  'graduation_year',
  'channel',
  'interned_from',
  'interned_to',
  'internship_base',
  'offered_on',
  'accepted_on',
  'declined_on',
  'hired_on',
  'left_on',
  'leave_type',
  'leave_reason',
  'department',
  'position',
  'city',
  'province',
  'salary',
  'months_paid',
  'major_match',
  'performance',
  'promoted_on',
] as const;

interface Identity {
  readonly candidateId: string;
  readonly employeeId: string;
}

/** Candidate numbers run within a class, employee numbers along the day of the start. */
function identities(seed: string, people: readonly Candidate[]): Map<Candidate, Identity> {
  const random = randomFrom(`${seed}/identities`);
  const counters = new Map<number, number>();
  const candidateIds = new Map<Candidate, string>();
  for (const person of shuffled(random, people)) {
    const { graduationYear } = person.applicant;
    const number = (counters.get(graduationYear) ?? 0) + 1;
    counters.set(graduationYear, number);
    candidateIds.set(person, `C${graduationYear}-${String(number).padStart(5, '0')}`);
  }
  const employeeIds = new Map<Candidate, string>();
  let employee = 1200;
  const byStart = people
    .filter(({ steps }) => steps.hired !== null)
    .map((person) => ({ person, hired: person.steps.hired ?? 0 }))
    .sort((a, b) => a.hired - b.hired);
  for (const { person } of byStart) {
    employee += integer(random, 1, 4); // others join the company between them
    employeeIds.set(person, String(employee).padStart(7, '0'));
  }
  return new Map(
    people.map((person) => [
      person,
      {
        candidateId: candidateIds.get(person) ?? '',
        employeeId: employeeIds.get(person) ?? '',
      },
    ]),
  );
}

function row({ candidateId, employeeId }: Identity, person: Candidate): CsvRow {
  const { applicant, steps, career } = person;
  const { placement } = applicant;
  const text = (value: number | null) => (value === null ? '' : String(value));
  return {
    candidate_id: candidateId,
    employee_id: employeeId,
    company: applicant.company,
    school: nameInYear(applicant.institution, applicant.graduationYear),
    college: applicant.college,
    major: applicant.major.name,
    degree: applicant.degree,
    graduation_year: String(applicant.graduationYear),
    channel: steps.channel,
    interned_from: isoDate(steps.internship?.from ?? null),
    interned_to: isoDate(steps.internship?.to ?? null),
    internship_base: steps.internship?.base ?? '',
    offered_on: isoDate(steps.offered),
    accepted_on: isoDate(steps.accepted),
    declined_on: isoDate(steps.declined),
    hired_on: isoDate(steps.hired),
    left_on: isoDate(career?.departure?.on ?? null),
    leave_type: career?.departure?.type ?? '',
    leave_reason: career?.departure?.reason ?? '',
    department: placement?.department ?? '',
    position: placement?.position ?? '',
    city: placement?.city ?? '',
    province: placement === null ? '' : CITIES[placement.city].province,
    salary: text(career?.salary ?? null),
    months_paid: text(career?.monthsPaid ?? null),
    major_match: career?.matchAnswered === true ? (applicant.matched ? 'yes' : 'no') : '',
    performance: text(career?.performance ?? null),
    promoted_on: isoDate(career?.promoted ?? null),
  };
}

/** All rows by candidate number, a second employment right after the first. */
export function hiresRows(seed: string, people: readonly Candidate[]): CsvRow[] {
  const ids = identities(seed, people);
  const seconds = new Map(
    rehires(randomFrom(`${seed}/rehires`), people).map(({ first, second }) => [first, second]),
  );
  return people
    .map((person) => ({ person, id: ids.get(person) ?? { candidateId: '', employeeId: '' } }))
    .sort((a, b) => (a.id.candidateId < b.id.candidateId ? -1 : 1))
    .flatMap(({ person, id }) => {
      const second = seconds.get(person);
      return second === undefined ? [row(id, person)] : [row(id, person), row(id, second)];
    });
}

/** The text of a file with the classes of `from` to `to`, both included. */
export function hiresFile(rows: readonly CsvRow[], from: number, to: number): string {
  const chosen = rows.filter((hire) => {
    const year = Number(hire['graduation_year']);
    return from <= year && year <= to;
  });
  return toCsv(COLUMNS, chosen);
}
