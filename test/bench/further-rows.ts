import { showFigure } from './figure-rows.ts'
import type { Answers } from './measure-answers.ts'
import type { Crowd } from './measure-crowds.ts'
import type { LongOrder } from './measure-long-order.ts'
import type { Overload } from './measure-overload.ts'
import type { Recovery } from './measure-recovery.ts'
import type { WaitingCallers } from './measure-waiting-callers.ts'
import type { ByWorkers } from './measure-workers.ts'

export interface Further {
  nodeRed: Answers
  waiting: WaitingCallers
  /** One after the other: the first comes to processes that had nothing to do for a minute. */
  crowds: readonly Crowd[]
  byWorkers: readonly ByWorkers[]
  overload: Overload
  recovery: Recovery
  longOrder: LongOrder
}

/** What else issue 4 asks for: title, figures in words. */
export function furtherRows(further: Further): [title: string, said: string][] {
  const { nodeRed, waiting, crowds, byWorkers, overload, recovery, longOrder } = further
  const each = (figure: (crowd: Crowd) => number) => crowds.map(figure).join(', ')
  const s = (ms: number) => `${(ms / 1000).toFixed(1)} s`
  return [
    [
      'Node-RED 4.1.8, which keeps nothing, the same five steps',
      `${showFigure(nodeRed.perSecond)} a second, answered when done in p50 ${nodeRed.p50} ms, p99 ${nodeRed.p99} ms`,
    ],
    [
      `${waiting.callers} callers, each waits until its form is through before the next`,
      `${showFigure(waiting.perSecond)} a second; from the click to the last step p50 ${waiting.p50} ms, p99 ${waiting.p99} ms, where p99 of 100 ms is the aim`,
    ],
    [
      `${crowds[0]?.submitters ?? 0} submit at the same moment, ${crowds.length} times`,
      `${each(({ answeredWell }) => answeredWell)} answered well, ${each(({ lost }) => lost)} lost; p50 ${each(({ p50 }) => p50)} ms, p95 ${each(({ p95 }) => p95)} ms, where below 1000 ms is asked for; the first came after a minute in which nobody asked for anything`,
    ],
    [
      'runs a second by workers',
      byWorkers.map(({ workers, runsPerSecond }) => `${workers}: ${showFigure(runsPerSecond)}`).join(', '),
    ],
    [
      `three times overload, ${overload.askedPerSecond} submits asked for a second`,
      `${overload.accepted} answered well, ${overload.finished} finished; ${overload.toldToReturn} told by 503 and Retry-After to come again${overload.toldToReturn > 0 ? `, the middle one after ${s(overload.toldAfterMs)}` : ''}, ${overload.failed} not answered; ${overload.waited} waited at most where ${overload.mostWaiting} may (a setting; 10,000 where nobody sets it); from start to end ${s(overload.middleMs)} in the middle, ${s(overload.longestMs)} at most`,
    ],
    [
      `a worker is killed under load, another one lives, ${recovery.tookMs.length} times`,
      `${recovery.held.join(', ')} runs were held by it; the last of them was taken over after ${recovery.tookMs.map(s).join(', ')}, where 5 s are asked for`,
    ],
    [
      `a purchase order of ${longOrder.lines} lines`,
      `accepted after ${s(longOrder.acceptedMs)}, in the practice ledger and compared after ${s(longOrder.verifiedMs)}`,
    ],
  ]
}
