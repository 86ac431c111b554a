import type { LineChange, LinePart, MaterialRow } from '@fieldledger/forms'
import { Money, UnitPrice } from '@fieldledger/ui'
import { Badge, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './changes.module.css'
import { messages } from './messages.ts'
import { OldAndNew } from './old-and-new.tsx'

const colors = { added: 'green', removed: 'red', changed: 'blue' } as const

/** One line of a material table that came, went, or stands otherwise. */
export function LineChangeEntry({ change, names }: { change: LineChange; names: Record<string, string> }) {
  const row = change.kind === 'removed' ? change.before : change.after
  const name = names[row.materialId ?? ''] ?? row.description
  return (
    <li className={classes.line} data-kind={change.kind}>
      <Group gap="xs" wrap="nowrap" align="flex-start" justify="space-between">
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {change.kind === 'removed' ? <del>{name}</del> : name}
        </Text>
        <Badge color={colors[change.kind]} style={{ flexShrink: 0 }}>
          {messages.kinds[change.kind]}
        </Badge>
      </Group>
      {change.kind === 'changed' ? (
        <dl className={classes.parts}>
          {change.parts.map((part) => (
            <PartChange key={part} part={part} change={change} names={names} />
          ))}
        </dl>
      ) : (
        <Text size="sm" c="dimmed" component="div" className="numeric">
          {[row.quantity, row.unit].filter(Boolean).join(' ')}
          {row.unitPrice === undefined ? null : (
            <>
              {' × '}
              <UnitPrice value={row.unitPrice} />
            </>
          )}
          {row.amount === undefined ? null : (
            <>
              {' = '}
              <Money amount={row.amount} />
            </>
          )}
        </Text>
      )}
    </li>
  )
}

function PartChange(props: {
  part: LinePart
  change: Extract<LineChange, { kind: 'changed' }>
  names: Record<string, string>
}) {
  const { part, change, names } = props
  return (
    <>
      <dt>{messages.parts[part]}</dt>
      <dd className="numeric">
        <OldAndNew
          before={partOf(change.before, { part, names })}
          after={partOf(change.after, { part, names })}
        />
      </dd>
    </>
  )
}

function partOf(row: MaterialRow, at: { part: LinePart; names: Record<string, string> }): ReactNode {
  const { part, names } = at
  const value = row[part]
  if (value === undefined || value === '') return undefined
  if (typeof value === 'object') return <Money amount={value} />
  if (part === 'unitPrice') return <UnitPrice value={value} />
  return ids.includes(part) ? (names[value] ?? value) : value
}

const ids: readonly LinePart[] = ['materialId', 'costCodeId', 'accountId', 'vendorId']
