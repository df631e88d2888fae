import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { CountedPerson, PeopleReader } from '../release-ports.ts';
import { distributionSql, HIRE_TABLE } from './expressions.ts';
import type { Database } from './schema.ts';
import type { ReadState } from './state-reader.ts';

interface Row {
  readonly company: string;
  readonly candidate: string | null;
  readonly employee: string | null;
  readonly row_key: string | null;
  readonly school: number;
  readonly college: number | null;
  readonly major: number;
  readonly year: number;
  readonly degree: string | null;
  readonly days: number | null;
  readonly gone: number | null;
  readonly salary: number | null;
  readonly [measure: `m${number}`]: number;
}

const IDENTITY_LENGTH = 16;

/** The same row tells the same identity, and the identity tells no id. */
function identityOf({ company, candidate, employee, row_key: rowKey }: Row): string {
  const parts = JSON.stringify([company, candidate, candidate === null ? employee : null, rowKey]);
  return createHash('sha256').update(parts).digest('base64url').slice(0, IDENTITY_LENGTH);
}

/** Reads people one by one by the expressions that the engine counts them with. */
export function peopleReader(db: Kysely<Database>, readState: ReadState): PeopleReader {
  return {
    people: (asOf, measures) =>
      db.transaction().execute(async (transaction) => {
        const { version } = await readState(transaction);
        const of = (id: (typeof measures)[number]) => HIRE_TABLE.measure(id, asOf);
        const tenure = distributionSql('tenure', asOf);
        const pay = distributionSql('salary', asOf);
        const dimension = (id: 'school' | 'college' | 'major' | 'year' | 'degree') =>
          sql.raw(HIRE_TABLE.dimension(id, asOf).expression);
        const needsSchool = measures.some((id) => of(id).school === true);
        const { rows } = await sql<Row>`SELECT h.company, h.candidate_id AS candidate,
            h.employee_id AS employee, h.row_key, ${dimension('school')} AS school,
            ${dimension('college')} AS college, ${dimension('major')} AS major,
            ${dimension('year')} AS year, ${dimension('degree')} AS degree,
            ${sql.join([
              ...measures.map(
                (id, index) =>
                  sql`CASE WHEN ${sql.raw(of(id).when)} THEN 1 ELSE 0 END AS ${sql.ref(`m${index}`)}`,
              ),
              sql`CASE WHEN ${sql.raw(tenure.when)} THEN ${sql.raw(tenure.value)} END AS days`,
              sql`CASE WHEN ${sql.raw(tenure.when)} THEN ${sql.raw(tenure.event)} END AS gone`,
              sql`CASE WHEN ${sql.raw(pay.when)} THEN ${sql.raw(pay.value)} END AS salary`,
            ])}
          FROM ${sql.raw(HIRE_TABLE.from)} ${sql.raw(needsSchool ? HIRE_TABLE.joins.school : '')}
          WHERE ${sql.raw(HIRE_TABLE.visible({ asOf, countedTo: null }))}
            AND ${sql.raw(HIRE_TABLE.measure('hires', asOf).when)}
          ORDER BY h.id`.execute(transaction);
        const people = rows.map((row): CountedPerson => ({
          identity: identityOf(row),
          school: row.school,
          college: row.college,
          major: row.major,
          year: row.year,
          degree: row.degree,
          counted: measures.map((_, index) => row[`m${index}`] === 1),
          tenure: row.days === null ? null : { days: row.days, left: row.gone === 1 },
          salary: row.salary,
        }));
        return { version, people };
      }),
  };
}
