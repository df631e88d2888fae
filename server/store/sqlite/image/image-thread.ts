import { workerData } from 'node:worker_threads';
import { setState, type BesideSetup } from './image-beside.ts';
import { writeImage } from './write-image.ts';

// The thread that writes a part of the rows of a large commit while another one writes the rest.

const { image, flag } = (workerData as { data: BesideSetup }).data;
try {
  writeImage(image, () => {});
  setState(flag, 'written');
} catch {
  // Whoever waits writes the rows itself, and meets what is wrong with them.
  setState(flag, 'failed');
}
