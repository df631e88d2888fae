import { writeFileSync } from 'node:fs';
import { demoFiles } from './demo-files.ts';

for (const [name, text] of demoFiles()) {
  writeFileSync(new URL(`../demo/${name}`, import.meta.url), text, 'utf8');
}
