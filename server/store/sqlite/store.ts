import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../../domain/errors.ts';
import type { PartnerReader } from '../partner-ports.ts';
import type { Aggregator, Directory } from '../ports.ts';
import type { PeopleReader } from '../release-ports.ts';
import { actionReader } from './action-lists.ts';
import { cooperationReader } from './cooperation-reader.ts';
import { sqliteAggregator } from './aggregator.ts';
import { namesReader } from './names.ts';
import { peopleReader } from './people-reader.ts';
import { foldLog, migrate, openForReading, openForWriting, queries } from './open.ts';
import { partnerReader } from './partner-reader.ts';
import { recordReader } from './records.ts';
import { supplyReader } from './supply-rows.ts';
import { settle } from './postponed-indexes.ts';
import { stateReader } from './state-reader.ts';

export interface SqliteStore {
  readonly aggregator: Aggregator;
  readonly directory: Directory;
  readonly partners: PartnerReader;
  readonly people: PeopleReader;
  close(): void;
}

/**
 * Opens a database file for reading, creating it and bringing its schema up to date first.
 * @throws AppError where the file's folder does not exist; any error where the file is no database.
 */
export async function openStore(path: string): Promise<SqliteStore> {
  const folder = dirname(path);
  if (!existsSync(folder)) {
    throw new AppError('invalid_input', `There is no folder ${folder} for the database ${path}.`);
  }
  const writing = openForWriting(path, 10_000);
  try {
    await migrate(queries(writing));
    settle(writing);
  } finally {
    writing.close();
  }
  const connection = openForReading(path);
  const db = queries(connection);
  const readState = stateReader();
  return {
    aggregator: sqliteAggregator(db, readState),
    directory: {
      names: namesReader(db, readState),
      ...recordReader(db),
      ...actionReader(db),
      ...cooperationReader(db, readState),
      ...supplyReader(db),
    },
    partners: partnerReader(connection),
    people: peopleReader(db, readState),
    close: () => {
      connection.close();
      foldLog(path);
    },
  };
}
