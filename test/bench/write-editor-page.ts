import { writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { root } from '../../apps/local/src/house/root.ts'
import type { Frames } from './measure-frames.ts'

export interface EditorRow {
  what: string
  frames: Frames
}

/** Writes docs/performance-editor.md and prints it. */
export async function writeEditorPage(rows: readonly EditorRow[]): Promise<void> {
  const page = [
    '# The editor with a thousand steps',
    '',
    `Written by \`npm run bench -- editor\`; do not edit. Measured on ${new Date().toISOString().slice(0, 10)}, load of the machine at its end ${(loadavg()[0] ?? 0).toFixed(1)}: the built editor in a headless Chromium that draws without a graphics card, 1,440 × 900. Zoomed out as far as it goes, then close up, one step is dragged in a circle, and the canvas is moved in one. Milliseconds from frame to frame; a screen of 60 Hz shows one each 16.7.`,
    '',
    '| | p50 | p95 | longest | frames |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows.map(({ what, frames: { count, p50, p95, longest } }) =>
      ['', what, ...[p50, p95, longest].map((time) => time.toFixed(1)), count, ''].join(' | ').trim(),
    ),
    '',
  ].join('\n')
  console.log(page)
  await writeFile(join(root, 'docs', 'performance-editor.md'), page)
}
