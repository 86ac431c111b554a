import type { SubmissionView } from '@fieldledger/contract'
import type { MaterialRow } from '@fieldledger/forms'
import type { Problem } from '@fieldledger/workflow'
import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { DecimalInput } from '../filling/inputs/decimal-input.tsx'
import { withAmount } from '../filling/materials/with-amount.ts'
import { messages } from './messages.ts'
import { useDone } from './use-done.ts'

/** Prices of the lines that have none, and nothing else; it is a revision of the form. */
export function SetPrices(props: {
  submission: SubmissionView
  problems: readonly Problem[]
  onCured: () => void
}) {
  const { submission } = props
  const [prices, setPrices] = useState<Record<string, string>>({})
  const done = useDone()
  const missing = props.problems.flatMap(({ params }) =>
    params?.rowId === undefined ? [] : [{ rowId: String(params.rowId), line: params.line ?? '' }],
  )
  const priced = (row: MaterialRow): MaterialRow => {
    const unitPrice = prices[row.id]
    return unitPrice === undefined ? row : withAmount({ ...row, unitPrice }, submission.total.currency)
  }
  const save = async () => {
    const tables = submission.content.fields.filter(({ kind }) => kind === 'material-table')
    const changed = tables.flatMap(({ id }) => {
      const rows = submission.values[id] as MaterialRow[] | undefined
      return rows === undefined ? [] : [[id, rows.map(priced)] as const]
    })
    const values = { ...submission.values, ...Object.fromEntries(changed) }
    const request = { revision: submission.revision, values }
    if (await done(() => api.post(`/submissions/${submission.id}/revise`, request), messages.saved))
      props.onCured()
  }
  return (
    <Stack gap="xs">
      {missing.map(({ rowId, line }) => (
        <DecimalInput
          key={rowId}
          label={messages.price(line)}
          value={prices[rowId]}
          onChange={(price) => setPrices((before) => ({ ...before, [rowId]: price ?? '' }))}
        />
      ))}
      <Button
        w="fit-content"
        disabled={missing.some(({ rowId }) => !prices[rowId])}
        onClick={() => void save()}
      >
        {messages.savePrices}
      </Button>
    </Stack>
  )
}
