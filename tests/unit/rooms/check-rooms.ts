import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { type Import, readImports } from './read-imports.ts';

/**
 * A place in the tree: a folder with all below it (`server/store/`), the files directly in a folder
 * (`server/*`), or one file (`server/main.ts`).
 */
export type Place = string;

export interface Room {
  name: string;
  /** A file belongs to the first room that has it, so narrower rooms stand before wider ones. */
  has: readonly Place[];
  mayImport: readonly Place[];
  /** The npm packages it may import; without this, all but the kept ones. An empty list also bars Node. */
  packages?: readonly string[];
  /** Single names it may `import type`, and nothing else of that file. */
  mayImportType?: readonly { file: string; name: string }[];
}

export interface Rooms {
  rooms: readonly Room[];
  /** Packages that only one place may import. */
  kept: Readonly<Record<string, Place>>;
}

/**
 * What a tree breaks of the table, one sentence for each import and each circle; empty where it
 * keeps to it. Reads nothing but its arguments.
 *
 * @param files source text by path from the repository's root, with `/`
 */
export function checkRooms(files: ReadonlyMap<string, string>, { rooms, kept }: Rooms): string[] {
  const roomOf = (path: string) => rooms.find((room) => isIn(path, room.has));
  const violations: string[] = [];
  const doors = new Map<string, Map<string, string>>(); // room → room → where

  for (const [path, source] of files) {
    const room = roomOf(path);
    if (room === undefined) {
      violations.push(`${path}: stands in no room`);
      continue;
    }
    for (const found of readImports(path, source)) {
      const where = `${path}:${found.line}`;
      const { specifier } = found;
      if (specifier === null) {
        violations.push(`${where}: imports a computed path, which cannot be checked`);
      } else if (/^\.{1,2}(\/|$)/.test(specifier)) {
        const target = resolve(path, specifier, files);
        const other = roomOf(target);
        if (other !== undefined && other !== room) {
          const exits = doors.get(room.name) ?? new Map<string, string>();
          if (!exits.has(other.name)) exits.set(other.name, where);
          doors.set(room.name, exits);
        }
        const broken = judgePath(room, found, target, other);
        if (broken !== null) violations.push(`${where}: ${broken}`);
      } else {
        const broken = judgePackage(room, specifier, path, kept);
        if (broken !== null) violations.push(`${where}: ${broken}`);
      }
    }
  }
  return [...violations, ...findCircles(doors)];
}

function judgePath(room: Room, found: Import, target: string, other?: Room): string | null {
  if (other === room || isIn(target, room.mayImport)) return null;
  const typed = (room.mayImportType ?? []).filter(({ file }) => file === target);
  if (typed.length === 0) return `${room.name} may not import ${target}`;
  const names = typed.map(({ name }) => name);
  if (!found.typeOnly) return `${room.name} may only \`import type\` from ${target}`;
  const foreign = found.names.filter((name) => !names.includes(name));
  if (foreign.length === 0) return null;
  return `${room.name} may import only ${names.join(', ')} of ${target}, not ${foreign.join(', ')}`;
}

function judgePackage(
  room: Room,
  specifier: string,
  path: string,
  kept: Rooms['kept'],
): string | null {
  if (/^[/#~]|^@\/|^file:/.test(specifier))
    return `${specifier} must be written as a relative path`;
  const name = packageOf(specifier);
  if (room.packages !== undefined && !room.packages.includes(name)) {
    return `${room.name} may not import ${specifier}`;
  }
  const place = kept[name];
  if (place !== undefined && !isIn(path, [place])) return `${name} is kept to ${place}`;
  return null;
}

function packageOf(specifier: string): string {
  if (isBuiltin(specifier)) return specifier;
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

/** The file a relative specifier means: as written, with an extension, or as a folder's index. */
function resolve(from: string, specifier: string, files: ReadonlyMap<string, string>): string {
  const path = posix.join(posix.dirname(from), specifier.replace(/[?#].*$/, ''));
  const bare = path.replace(/\.jsx?$/, '');
  const candidates = [path, `${bare}.ts`, `${bare}.tsx`, `${path}/index.ts`, `${path}/index.tsx`];
  return candidates.find((candidate) => files.has(candidate)) ?? path;
}

function isIn(path: string, places: readonly Place[]): boolean {
  return places.some((place) => {
    if (place.endsWith('/')) return path.startsWith(place) || `${path}/` === place;
    if (place.endsWith('/*')) return posix.dirname(path) === place.slice(0, -2);
    return path === place;
  });
}

/** At least one circle of every knot of rooms, with the imports that make it. */
function findCircles(doors: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (name: string, trail: readonly string[]) => {
    const start = trail.indexOf(name);
    if (start >= 0) {
      const circle = [...trail.slice(start), name];
      const where = circle.slice(1).map((next, i) => doors.get(circle[i] ?? '')?.get(next) ?? '');
      circles.push(`circle between rooms: ${circle.join(' → ')} (${where.join(', ')})`);
      return;
    }
    if (done.has(name)) return;
    for (const next of doors.get(name)?.keys() ?? []) walk(next, [...trail, name]);
    done.add(name);
  };
  for (const name of doors.keys()) walk(name, []);
  return circles;
}
