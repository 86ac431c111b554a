import type { SubmissionSummary } from '@fieldledger/contract'
import type { Column } from '@fieldledger/ui'
import { Group, VisuallyHidden } from '@mantine/core'
import { IconSquare, IconSquareCheckFilled } from '@tabler/icons-react'
import { useState } from 'react'
import { messages } from './messages.ts'
import { submissionColumns } from './submission-columns.tsx'

type Chosen = ReadonlyMap<string, SubmissionSummary>

export interface Choosing {
  on: boolean
  chosen: readonly SubmissionSummary[]
  columns: readonly Column<SubmissionSummary>[]
  begin(): void
  end(): void
  all(rows: readonly SubmissionSummary[]): void
  toggle(row: SubmissionSummary): void
}

/** Choosing several rows: while it is on, pressing a row chooses it instead of opening it. */
export function useChoosing(): Choosing {
  const [chosen, setChosen] = useState<Chosen>()
  const isChosen = ({ id }: SubmissionSummary) => chosen?.has(id) === true
  return {
    on: chosen !== undefined,
    chosen: [...(chosen?.values() ?? [])],
    columns: chosen === undefined ? submissionColumns : marked(submissionColumns, isChosen),
    begin: () => setChosen(new Map()),
    end: () => setChosen(undefined),
    all: (rows) => setChosen(new Map(rows.map((row) => [row.id, row]))),
    toggle: (row) => setChosen((before) => toggled(before ?? new Map(), row)),
  }
}

function toggled(before: Chosen, row: SubmissionSummary): Chosen {
  const after = new Map(before)
  if (!after.delete(row.id)) after.set(row.id, row)
  return after
}

/** Before what heads the row, on a phone too. */
function marked(
  columns: readonly Column<SubmissionSummary>[],
  isChosen: (row: SubmissionSummary) => boolean,
): Column<SubmissionSummary>[] {
  return columns.map((column, position) =>
    position > 0
      ? column
      : {
          ...column,
          cell: (row) => (
            <Group gap="xs" wrap="nowrap" component="span">
              <Mark chosen={isChosen(row)} />
              {column.cell(row)}
            </Group>
          ),
        },
  )
}

function Mark({ chosen }: { chosen: boolean }) {
  return (
    <>
      {chosen ? <IconSquareCheckFilled size={18} aria-hidden /> : <IconSquare size={18} aria-hidden />}
      <VisuallyHidden>{chosen ? messages.isChosen : messages.isNotChosen}</VisuallyHidden>
    </>
  )
}
