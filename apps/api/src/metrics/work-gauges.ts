import type { WorkFigures } from '@fieldledger/storage'
import { Gauge, type Registry } from 'prom-client'

const keptForMs = 10_000

/** What the whole installation has to do, read when somebody scrapes, and then kept for a few seconds. */
export function addWorkGauges(
  registry: Registry,
  { read, monotonic }: { read(): Promise<WorkFigures>; monotonic(): number },
): void {
  let kept: { at: number; figures: Promise<WorkFigures> } | undefined
  const figures = () => {
    const now = monotonic()
    if (kept === undefined || now - kept.at > keptForMs) kept = { at: now, figures: read() }
    return kept.figures
  }
  const gauge = (of: {
    name: string
    help: string
    labels?: readonly string[]
    values(figures: WorkFigures): [labels: Record<string, string>, value: number][]
  }) =>
    new Gauge({
      name: `fieldledger_${of.name}`,
      help: of.help,
      labelNames: [...(of.labels ?? [])],
      registers: [registry],
      async collect() {
        this.reset()
        for (const [labels, value] of of.values(await figures())) this.set(labels, value)
      },
    })

  for (const kind of ['runs', 'effects'] as const)
    gauge({
      name: kind,
      help: `${kind} by state`,
      labels: ['state'],
      values: ({ states }) => Object.entries(states[kind]).map(([state, count]) => [{ state }, count]),
    })
  gauge({
    name: 'effects_unknown',
    help: 'Documents of which nobody knows yet whether they arrived',
    values: ({ states }) => [[{}, states.effects.unknown ?? 0]],
  })
  gauge({
    name: 'oldest_due_seconds',
    help: 'How long the oldest due work has waited to be claimed',
    labels: ['kind'],
    values: ({ oldestDueMs }) => Object.entries(oldestDueMs).map(([kind, ms]) => [{ kind }, ms / 1000]),
  })
  gauge({
    name: 'claimed',
    help: 'What workers hold just now',
    labels: ['kind'],
    values: ({ claimed }) => Object.entries(claimed).map(([kind, count]) => [{ kind }, count]),
  })
  gauge({ name: 'workers', help: 'Workers whose heart beats', values: ({ workers }) => [[{}, workers]] })
  gauge({ name: 'outbox_rows', help: 'Rows of the outbox', values: ({ outbox }) => [[{}, outbox]] })
  gauge({
    name: 'agenda_locks',
    help: 'Jobs of Agenda that are locked',
    values: ({ agendaLocks }) => [[{}, agendaLocks]],
  })
}
