import type { MaterialRow } from '@fieldledger/forms'
import { Money, UnitPrice } from '@fieldledger/ui'
import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { messages } from './messages.ts'
import classes from './value-list.module.css'

const shownAtOnce = 30

/** The lines on a phone: what, how many times how much, and the amount at the right. */
export function LineList({ rows, names }: { rows: readonly MaterialRow[]; names: Record<string, string> }) {
  const [shown, setShown] = useState(shownAtOnce)
  return (
    <>
      {rows.slice(0, shown).map((row) => (
        <Group
          key={row.id}
          justify="space-between"
          wrap="nowrap"
          align="flex-start"
          className={classes.line ?? ''}
        >
          <div style={{ minWidth: 0 }}>
            <Text fw={600}>{names[row.materialId ?? ''] ?? row.description}</Text>
            <Text size="sm" c="dimmed" className="numeric">
              {[row.quantity, row.unit].filter(Boolean).join(' ')}
              {row.unitPrice === undefined ? null : (
                <>
                  {' × '}
                  <UnitPrice value={row.unitPrice} />
                </>
              )}
              {row.costCodeId === undefined ? null : ` · ${names[row.costCodeId] ?? ''}`}
              {row.vendorId === undefined ? null : ` · ${names[row.vendorId] ?? ''}`}
            </Text>
          </div>
          {row.amount ? <Money amount={row.amount} /> : null}
        </Group>
      ))}
      {rows.length > shown ? (
        <Button variant="subtle" onClick={() => setShown(shown + shownAtOnce)}>
          {messages.moreLines(rows.length - shown)}
        </Button>
      ) : null}
    </>
  )
}
