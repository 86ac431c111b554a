import type { Page } from '@playwright/test'
import { percentile } from './percentile.ts'

export interface Frames {
  count: number
  p50: number
  p95: number
  longest: number
}

/** Runs in the page: the time from frame to frame while something is done. */
interface Recorder {
  recorded: number[]
  recording: boolean
}
declare global {
  var frameRecorder: Recorder | undefined
}

/** How long the frames of a page took, in milliseconds, while `work` was done on it. */
export async function measureFrames(page: Page, work: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const recorder: Recorder = { recorded: [], recording: true }
    globalThis.frameRecorder = recorder
    let last = performance.now()
    const frame = (now: number) => {
      recorder.recorded.push(now - last)
      last = now
      if (recorder.recording) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  await work()
  const recorded = await page.evaluate(() => {
    const recorder = globalThis.frameRecorder
    if (recorder !== undefined) recorder.recording = false
    return recorder?.recorded.slice(1) ?? []
  })
  return {
    count: recorded.length,
    p50: percentile(recorded, 0.5),
    p95: percentile(recorded, 0.95),
    longest: percentile(recorded, 1),
  }
}
