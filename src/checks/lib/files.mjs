import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const CHECKS = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const ROOT = path.resolve(CHECKS, '../..');

/** The files with this ending in a folder of the project, as { name, path, text }, sorted by name. */
export function filesIn(folder, ending) {
  const absolute = path.join(ROOT, folder);

  if (!existsSync(absolute)) {
    return [];
  }

  return readdirSync(absolute, { recursive: true })
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => ({
      name: `${folder}/${file.split(path.sep).join('/')}`,
      path: path.join(absolute, file),
      text: readFileSync(path.join(absolute, file), 'utf8'),
    }));
}

/** A file of an installed package. */
export function inPackage(name, file) {
  return path.join(CHECKS, 'node_modules', name, file);
}
