import type { Pickup } from './measure-pickup.ts'
import type { Throughput } from './measure-throughput.ts'

export type Figures = Throughput & { pickup: Pickup }

export interface Both {
  ours: Figures
  peer: Figures
}

const rows: readonly [title: string, figure: (figures: Figures) => number][] = [
  ['durable runs per second, to the end of the last', ({ runsPerSecond }) => runsPerSecond],
  ['durable runs per second, while submits arrive', ({ sustainedPerSecond }) => sustainedPerSecond],
  ['submit p50, ms, 100 at once', ({ submitP50 }) => submitP50],
  ['submit p99, ms, 100 at once', ({ submitP99 }) => submitP99],
  ['pickup p50, ms, light load', ({ pickup }) => pickup.p50],
  ['pickup p99, ms, light load', ({ pickup }) => pickup.p99],
  ['click to last step p50, ms', ({ pickup }) => pickup.wholeP50],
  ['click to last step p99, ms', ({ pickup }) => pickup.wholeP99],
  ['submits not answered well', ({ refused }) => refused],
]

/** Title, ours, the peer's, ours divided by the peer's. */
export function figureRows({ ours, peer }: Both): [title: string, ...shown: string[]][] {
  return rows.map(([title, figure]) => {
    const ratio = figure(ours) / figure(peer)
    return [
      title,
      showFigure(figure(ours)),
      showFigure(figure(peer)),
      Number.isFinite(ratio) ? ratio.toFixed(2) : '–',
    ]
  })
}

export function showFigure(value: number): string {
  return Number.isFinite(value) ? value.toFixed(value < 10 ? 2 : 0) : '–'
}
